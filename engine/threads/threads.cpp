#include "threads/threads.h"

#include <system_error>
#include <utility>

namespace starling {

namespace {

// Some ten microseconds. The passes of a fit follow each other that closely, and a thread that sleeps takes longer to
// wake: without, the fit of a log of 12,000 reviews takes a seventh longer. Who waits for longer than that sleeps.
constexpr int kSpins = 20'000;

// Returns when `value` is no longer `old`.
void wait_while(const std::atomic<std::uint32_t>& value, std::uint32_t old) {
  for (int i = 0; i < kSpins; ++i)
    if (value.load() != old) return;
  value.wait(old);
}

}  // namespace

Threads::Threads(int count) {
  try {
    for (int i = 1; i < count; ++i)
      workers_.emplace_back([this, thread = static_cast<std::size_t>(i)] { serve(thread); });
  } catch (const std::system_error&) {  // as many as there are do all of the work
  }
}

Threads::~Threads() {
  over_ = true;
  ++round_;
  round_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void Threads::work_on(std::size_t thread) {
  try {
    for (std::size_t share = next_++; share < shares_ && !failed_; share = next_++) (*work_)(share, thread);
  } catch (...) {
    if (!failed_.exchange(true)) error_ = std::current_exception();
  }
}

void Threads::serve(std::size_t thread) {
  for (std::uint32_t seen = 0; !over_;) {
    ++inside_;
    if (open_) work_on(thread);
    if (--inside_ == 0) inside_.notify_one();
    wait_while(round_, seen);
    seen = round_;
  }
}

void Threads::run(std::size_t shares, const std::function<void(std::size_t, std::size_t)>& work) {
  work_ = &work;
  shares_ = shares;
  next_ = 0;
  failed_ = false;
  open_ = true;
  ++round_;
  round_.notify_all();
  work_on(0);
  open_ = false;
  for (std::uint32_t inside = inside_; inside != 0; inside = inside_) wait_while(inside_, inside);
  if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
}

}  // namespace starling
