// The weeks of the plan, with the dates that the timeline gives them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "view/day_view.h"
#include "view/standpoint.h"

namespace starling {

struct PlanDayView {
  int day = 1;              // of the plan's week
  std::optional<Day> date;  // nothing: it has no time, and neither have its tasks
  std::string title;
  bool rest = false;
  std::vector<std::string> unlocks;  // decks
  std::vector<TaskView> tasks;       // of that date, or those of the day that have none
  enum class When { Past, Today, Coming };
  When when = When::Coming;
};
// One week, day by day: those with a date in the order of the dates.
struct PlanWeekView {
  int number = 1;
  std::optional<Day> starts;  // nothing: the week is left out
  std::string phase;
  int month = 1;
  std::string theme;
  const PlanWeek* week = nullptr;  // of the plan: title and goals
  std::vector<PlanDayView> days;
  std::array<int, 4> minutes{};    // for the learner's level, in the order of kAreas
  std::vector<const DayTemplate*> shapes;  // of the plan: how its days are cut, in its order
};
// `number` is 1 to the plan's weeks.
[[nodiscard]] PlanWeekView plan_week_view(const Standpoint& from, int number);

// One line of the plan's overview.
struct PlanRow {
  int number = 1;
  std::optional<Day> starts;  // nothing: the week is left out
  const PhaseOfPlan* phase = nullptr;
  std::string title;
  int minutes = 0;
  bool current = false;
};
[[nodiscard]] std::vector<PlanRow> plan_rows(const Standpoint& from);

}  // namespace starling
