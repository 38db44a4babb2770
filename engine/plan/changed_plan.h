// A plan as the learner has it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "plan/changes.h"

namespace starling {

// A task that stands on a date whatever its day of the plan and the days off; without one it has no date.
struct PinnedTask {
  std::string task;
  std::optional<Day> to;
};

struct ChangedPlan {
  // Without what was dropped, with the learner's hours; what was moved and added stands on the days of the plan that
  // `plan_day_at` gives for the dates.
  Plan plan;
  std::vector<PinnedTask> pinned;
};

// Dates on or after the interview count for nothing: what was moved there stays, what was added there has no date.
[[nodiscard]] ChangedPlan changed_plan(const Plan& plan, const PlanChanges& changes, Day interview,
                                       const std::function<int(Day)>& plan_day_at);

}  // namespace starling
