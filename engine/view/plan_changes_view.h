// What the learner changed in the plan, and how full days are by it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "view/standpoint.h"

namespace starling {

// One change. What does not belong to its kind is empty.
struct PlanChangeView {
  std::string_view kind;     // "dropped", "moved", "added", "resumed", "allocation"
  std::string task;          // an id
  std::string title;         // of the task
  int minutes = 0;           // of the task, for the learner's level
  std::optional<Day> on;     // where it stands by that; of "resumed" the day from which it counts
  int week = 0;              // of "resumed"
  std::string level;         // of "allocation", and the rest
  std::optional<Area> area;
  int hours = 0;
  int plan_hours = 0;        // that the plan gives
};
// By kind, in the order of the file.
[[nodiscard]] std::vector<PlanChangeView> plan_changes_view(const Standpoint& from);

// How full a day is.
struct DayRoom {
  Day date{};
  int planned = 0;    // minutes of its tasks
  int available = 0;  // minutes of its slots
  bool off = false;   // a day off
};
[[nodiscard]] DayRoom day_room(const Standpoint& from, Day date);

}  // namespace starling
