// How far a problem or an exercise is, and which task of the plan names it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "history/history.h"
#include "plan/plan.h"
#include "view/standpoint.h"

namespace starling {

// The last grade of every problem and exercise that was done. `standing` are the deeds that count, in order.
using LastGrades = std::unordered_map<ItemId, Grade>;
[[nodiscard]] LastGrades last_practice_grades(std::span<const Deed> standing);

struct PracticeState {
  int times = 0;              // done or recalled; 0: not done
  bool failed = false;        // the last time it was not known
  std::optional<Day> last{};
  std::optional<Due> due{};   // when it comes back
  std::optional<double> recall{};

  [[nodiscard]] bool done() const { return times > 0; }
};
// `group` is kProblemGroup or kExerciseGroup.
[[nodiscard]] PracticeState practice_state(const Standpoint& from, const LastGrades& grades, std::string_view group,
                                           std::string_view id);
// "not done", "solved" or "failed"; of an exercise "done" in place of "solved".
[[nodiscard]] std::string_view state_word(const PracticeState& state, std::string_view group);

// A task of the plan, with the day it stands on.
struct PlannedTask {
  const Task* task = nullptr;  // of the plan
  int week = 1;
  int day = 1;
  std::optional<Day> date;  // nothing where it is left out
};
// Those for the learner's level that `wanted` holds for, in the order of the plan.
[[nodiscard]] std::vector<PlannedTask> planned_tasks(const Standpoint& from, const std::function<bool(const Task&)>& wanted);

}  // namespace starling
