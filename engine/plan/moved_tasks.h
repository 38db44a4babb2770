// The tasks that stand on another date than their day of the plan, or on none.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "plan/changed_plan.h"
#include "plan/laid_weeks.h"

namespace starling {

// For whom the plan is laid over the calendar.
struct PlanLearner {
  std::string level = "L6";
  SlotMinutes weekday = slot_minutes(PlanDayKind::Weekday);
  std::function<bool(Day)> off = {};  // whether nothing is done on that day; without it none is off
  PlanChanges changes = {};           // the learner's own of the plan
  std::function<bool(Day)> rests = {};  // whether it is a day of rest of the learner's own; without it none is
};

[[nodiscard]] SlotMinutes slot_minutes(PlanDayKind kind, const PlanLearner& learner);

struct MovedTask {
  const Task* task = nullptr;  // of the plan
  int from = 0;                // its day of the plan, from 0
  std::optional<Day> to;       // nothing: there is no room for it
  bool crowds = false;         // a mock on a day that has no room for it: that day becomes one of a loop
};

// In the order of the plan. What a cut first week lacks goes to the days that are left of it, the first with room in
// the task's slot. What stands on a day off goes to another weekday of the same week, from a weekend to its other day,
// where the slot has room, to later days before earlier ones; where none has, to a day of the other sort on which the
// learner does not rest. A mock goes to the nearest day of its week or the next on
// which the whole day has room, else to the nearest, as long as it is done by T-7. Rest days, the interview, its eve and
// what follows take nothing, and the last three lose nothing. What is pinned stands where it is pinned, and takes room
// there and none elsewhere.
[[nodiscard]] std::vector<MovedTask> move_tasks(const Plan& plan, const LaidWeeks& laid,
                                                const std::vector<std::optional<Day>>& dates, Day interview,
                                                const PlanLearner& learner, const std::vector<PinnedTask>& pinned = {});

}  // namespace starling
