#include "fit/crew.h"

#include <algorithm>

namespace starling {

namespace {

// Rounds follow each other within microseconds, which is less than a thread takes to wake.
constexpr int kSpins = 20'000;

template <class Done>
void wait_until(std::atomic<std::uint32_t>& value, std::uint32_t old, const Done& done) {
  for (int i = 0; i < kSpins; ++i)
    if (done()) return;
  while (!done()) value.wait(old);
}

}  // namespace

Crew::Crew(int threads) {
  for (int i = 1; i < threads; ++i)
    workers_.emplace_back([this, thread = static_cast<std::size_t>(i)] { serve(thread); });
}

Crew::~Crew() {
  over_ = true;
  ++round_;
  round_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void Crew::work_on(std::size_t thread) {
  for (std::size_t share = next_++; share < shares_; share = next_++) (*work_)(share, thread);
}

void Crew::serve(std::size_t thread) {
  for (std::uint32_t seen = 0;;) {
    wait_until(round_, seen, [&] { return round_.load() != seen; });
    seen = round_.load();
    if (over_) return;
    work_on(thread);
    --busy_;
  }
}

void Crew::run(std::size_t shares, const std::function<void(std::size_t, std::size_t)>& work) {
  work_ = &work;
  shares_ = shares;
  next_ = 0;
  busy_ = workers_.size();
  ++round_;
  round_.notify_all();
  work_on(0);
  while (busy_.load() != 0) std::this_thread::yield();
}

}  // namespace starling
