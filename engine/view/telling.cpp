#include "view/telling.h"

#include <fmt/format.h>

#include <algorithm>

#include "view/words.h"

namespace starling {

Grade proposed_grade(std::span<const Part> parts) {
  if (parts.empty()) return Grade::Good;
  return std::ranges::min(parts, {}, &Part::grade).grade;
}

std::string length_remark(int seconds, int target_seconds) {
  const std::string took = clock_time(seconds);
  const std::string target = clock_time(target_seconds);
  if (seconds > kLongestGoodTelling)
    return fmt::format("{}: past {}, where listeners are lost. Cut the situation first.", took,
                       clock_time(kLongestGoodTelling));
  if (seconds > target_seconds * 6 / 5) return fmt::format("{}: over the target of {}.", took, target);
  if (seconds < target_seconds * 4 / 5)
    return fmt::format("{}: under the target of {}; room for one more decision.", took, target);
  return fmt::format("{}: on target ({}).", took, target);
}

}  // namespace starling
