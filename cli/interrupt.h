// Ctrl-C during long work: a flag that the work looks at, in place of the end of the program.
#pragma once

#include <csignal>

#include <atomic>

namespace starling {

// One at a time. What Ctrl-C did before comes back with its end.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // Set once Ctrl-C was pressed.
  [[nodiscard]] const std::atomic<bool>& asked() const;

 private:
  struct sigaction before_;
};

// What is said of work that was stopped so.
inline constexpr const char* kStopped = "stopped; nothing was changed\n";

}  // namespace starling
