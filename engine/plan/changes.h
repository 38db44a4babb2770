// What the learner changed in the plan: STUDY/plan.toml as values, and what is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "plan/parts.h"
#include "source/source.h"

namespace starling {

struct MovedByHand {
  std::string task;
  Day to{};
  std::optional<Slot> slot = {};  // the part of that day; nothing: that of the plan
  bool operator==(const MovedByHand&) const = default;
};
// A task of the learner's own.
struct AddedTask {
  Day on{};
  Task task;
  bool operator==(const AddedTask&) const = default;
};
// From the calendar week of that day on the plan goes on at this week of it.
struct Resumed {
  Day on{};
  int week = 1;
  bool operator==(const Resumed&) const = default;
};

// Each in the order of the file. A task is in one of the first three, once.
struct PlanChanges {
  std::vector<std::string> dropped;
  std::vector<MovedByHand> moved;
  std::vector<AddedTask> added;
  std::vector<Resumed> resumed;
  std::vector<Allocation> allocations;  // in place of the plan's, of a level and an area
  bool operator==(const PlanChanges&) const = default;
  [[nodiscard]] bool empty() const;
};

// Without what stands on days before `first`: what an earlier attempt moved, added and resumed.
[[nodiscard]] PlanChanges changes_since(PlanChanges changes, Day first);

// How the id of a task of the learner's own begins.
inline constexpr std::string_view kOwnTask = "own-";

struct PlanChangesFile {
  std::optional<PlanChanges> changes;  // absent when any problem is an error
  std::vector<Problem> problems;
};
// A task that the plan does not have is a warning, and what is said of it is left out. A text that says nothing changes
// nothing.
[[nodiscard]] PlanChangesFile read_plan_changes(std::string_view text, std::string_view file, const Plan& plan);
// The same without a plan to look into: every task may be there.
[[nodiscard]] PlanChangesFile read_plan_changes(std::string_view text, std::string_view file);

// An id for a task of the learner's own: of its title, and none that the plan or another own task has.
[[nodiscard]] std::string own_task_id(std::string_view title, const Plan& plan, const PlanChanges& changes);

}  // namespace starling
