#include "cli/flagging.h"

#include <fmt/format.h>

namespace starling {

std::string flag_sentence(const Flagging& done, const std::string& card) {
  if (done.suspended) return fmt::format("Flagged {} times, so {} is suspended.", done.times, card);
  return "Flagged as unclear or wrong.";
}

}  // namespace starling
