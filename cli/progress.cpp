#include "cli/progress.h"

#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "cli/terminal/terminal.h"

namespace starling {

namespace {

// Work that is over sooner needs no line.
constexpr std::chrono::milliseconds kPatience{400};
constexpr std::chrono::milliseconds kEvery{200};
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(const Arguments& arguments, World& world, std::string what)
    : world_(world),
      what_(std::move(what)),
      silent_(arguments.quiet || !world.terminal || world.terminal->codes() == nullptr),
      next_(silent_ ? Instant{} : world.stopwatch.now() + kPatience) {}

ProgressLine::~ProgressLine() {
  if (shown_) world_.err.as_it_is() << kClearLine << std::flush;
}

void ProgressLine::show(double share) {
  if (silent_) return;
  const Instant now = world_.stopwatch.now();
  if (now < next_) return;
  next_ = now + kEvery;
  shown_ = true;
  world_.err.as_it_is() << kClearLine << fmt::format("{} {:.0f} %", what_, 100 * share) << std::flush;
}

}  // namespace starling
