#include "cli/flagging.h"

#include <fmt/format.h>

namespace starling {

std::string flag_sentence(const Flagging& done) {
  if (done.suspended) return fmt::format("flagged {} times, so it is suspended.", done.times);
  return "flagged as unclear or wrong.";
}

}  // namespace starling
