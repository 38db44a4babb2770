#include "plan/parts.h"

#include <algorithm>

namespace starling {

std::string_view to_string(Area area) {
  switch (area) {
    case Area::Design: return "design";
    case Area::Coding: return "coding";
    case Area::Leadership: return "leadership";
    case Area::Mocks: return "mocks";
  }
  return "";
}

int minutes_for(const Task& task, std::string_view level) {
  const auto other = std::ranges::find(task.minutes_of, level, &LevelMinutes::level);
  return other == task.minutes_of.end() ? task.minutes : other->minutes;
}

}  // namespace starling
