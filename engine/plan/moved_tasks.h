// The tasks that stand on another date than their day of the plan, or on none.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "plan/laid_weeks.h"

namespace starling {

// For whom the plan is laid over the calendar.
struct PlanLearner {
  std::string level = "L6";
  SlotMinutes weekday = slot_minutes(PlanDayKind::Weekday);
};

[[nodiscard]] SlotMinutes slot_minutes(PlanDayKind kind, const PlanLearner& learner);

struct MovedTask {
  const Task* task = nullptr;  // of the plan
  int from = 0;                // its day of the plan, from 0
  std::optional<Day> to;       // nothing: there is no room for it
};

// In the order of the plan. What a cut first week lacks goes to the days that are left of it, the first with room in
// the task's slot; a rest day takes nothing.
[[nodiscard]] std::vector<MovedTask> move_tasks(const Plan& plan, const LaidWeeks& laid,
                                                const std::vector<std::optional<Day>>& dates,
                                                const PlanLearner& learner);

}  // namespace starling
