// How a plan's time is shared out.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "plan/parts.h"

namespace starling {

// Hours a week of an area: its total over the plan's weeks. The timeline's printed weekly figures do not add up
// (C1, C2).
[[nodiscard]] double weekly_hours(const Plan& plan, std::string_view level, Area area);
[[nodiscard]] int total_hours(const Plan& plan, std::string_view level);

// Whole percents that add up to 100 by the largest remainder; of equal remainders the first listed wins (C3).
[[nodiscard]] std::vector<int> largest_remainder_percents(std::span<const int> parts);

struct TaskOfWeek {
  int day = 1;  // of the week, 1 to 7
  const Task* task = nullptr;
};
// A week's tasks for a learner of `level`, optional ones too, in their order. Good as long as the plan.
[[nodiscard]] std::vector<TaskOfWeek> tasks_of_week(const Plan& plan, std::string_view level, int week);
// Minutes of these tasks in each area, in the order of kAreas, for a learner of `level`.
[[nodiscard]] std::array<int, 4> area_minutes(std::span<const TaskOfWeek> tasks, std::string_view level);

}  // namespace starling
