// Threads that share work. How the work is cut does not depend on how many threads there are: whoever keeps what each
// share gives apart, and adds it up in the order of the shares, has the same digits for any number of them.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <thread>
#include <vector>

#include "threads/lanes.h"

namespace starling {

class Threads {
 public:
  // `count` of at least 1, the calling one included; fewer where the system gives no more.
  explicit Threads(int count);
  ~Threads();
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  [[nodiscard]] std::size_t count() const { return workers_.size() + 1; }

  // Calls `work(share, thread)` once for each share below `shares` and returns when all are done. `thread` is 0 on the
  // thread that called `run`, and below `count()`; no two calls with one `thread` overlap. When a call throws, shares
  // that were not begun are left out, and the first exception is thrown from here. Not from inside `work`.
  void run(std::size_t shares, const std::function<void(std::size_t share, std::size_t thread)>& work);

 private:
  void serve(std::size_t thread);
  void work_on(std::size_t thread);

  std::vector<std::thread> workers_;
  // Written while no worker is inside a round.
  const std::function<void(std::size_t, std::size_t)>* work_ = nullptr;
  std::size_t shares_ = 0;
  std::exception_ptr error_;  // by whoever sets `failed_`
  std::atomic<bool> failed_ = false;
  std::atomic<std::size_t> next_ = 0;
  // A worker counts itself in before it looks whether the round is open, and `run` closes the round before it looks
  // whether a worker is inside: a worker that wakes too late finds a closed door, and nobody waits for it.
  std::atomic<bool> open_ = false;
  std::atomic<std::uint32_t> inside_ = 0;
  std::atomic<std::uint32_t> round_ = 0;
  std::atomic<bool> over_ = false;
};

}  // namespace starling
