#include "view/words.h"

#include <fmt/format.h>

namespace starling {

std::string counted(int count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

std::string clock_time(int seconds) { return fmt::format("{}:{:02}", seconds / 60, seconds % 60); }

}  // namespace starling
