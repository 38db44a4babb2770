// What the learner changed in the plan, as text.
#pragma once

#include <span>
#include <string>

#include "view/view.h"

namespace starling {

// "Thu 24 Dec has 3 h 10 of 3 h 30.", and where that is over it, or the day is off, that it is.
[[nodiscard]] std::string room_sentence(const DayRoom& room);
[[nodiscard]] std::string plan_changes_screen(std::span<const PlanChangeView> views, int width);

}  // namespace starling
