// Threads that share the groups of a pack. The shares are the same for any number of threads, and what they give is
// added in their order, so that the sums are too.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace starling {

// Below so many reviews a pass forward is over before a second thread has started.
inline constexpr std::size_t kWorthThreads = 50'000;

class Crew {
 public:
  // `threads` of at least 1, the calling one included.
  explicit Crew(int threads);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  [[nodiscard]] int threads() const { return static_cast<int>(workers_.size()) + 1; }

  // Calls `work(share, thread)` once for each share below `shares`, on any thread, and returns when all are done.
  void run(std::size_t shares, const std::function<void(std::size_t share, std::size_t thread)>& work);

 private:
  void work_on(std::size_t thread);
  void serve(std::size_t thread);

  std::vector<std::thread> workers_;
  const std::function<void(std::size_t, std::size_t)>* work_ = nullptr;
  std::size_t shares_ = 0;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::uint32_t> round_{0};
  std::atomic<std::size_t> busy_{0};
  std::atomic<bool> over_{false};
};

}  // namespace starling
