#include "view/words.h"

#include <fmt/format.h>

#include <cmath>

namespace starling {

std::string counted(int count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

std::string clock_time(int seconds) { return fmt::format("{}:{:02}", seconds / 60, seconds % 60); }

std::string duration(double minutes) {
  const long whole = std::lround(minutes);
  if (whole < 60) return fmt::format("{} min", whole);
  return whole % 60 == 0 ? fmt::format("{} h", whole / 60) : fmt::format("{} h {:02}", whole / 60, whole % 60);
}

std::string takes_text(double minutes) {
  return std::lround(minutes) > 0 ? fmt::format("for {}", duration(minutes)) : "in no more hours altogether";
}

}  // namespace starling
