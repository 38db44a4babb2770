#include "cli/interrupt.h"

namespace starling {

namespace {

// A handler can reach nothing but what is global.
std::atomic<bool> pressed = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_interrupt(int) { pressed = true; }

}  // namespace

Interrupt::Interrupt() : before_{} {
  pressed = false;
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, &before_);
}

Interrupt::~Interrupt() { ::sigaction(SIGINT, &before_, nullptr); }

const std::atomic<bool>& Interrupt::asked() const { return pressed; }

}  // namespace starling
