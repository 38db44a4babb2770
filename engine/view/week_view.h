// The weeks of the plan, with the dates that the timeline gives them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "history/history.h"
#include "plan/plan.h"
#include "report/report.h"
#include "view/day_view.h"
#include "view/standpoint.h"

namespace starling {

struct PlanDayView {
  int day = 1;              // of the plan's week
  std::optional<Day> date;  // nothing: it is left out
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

// What was done in a week, beside what was planned.
struct WeekReport {
  int number = 1;
  std::optional<Day> first;  // nothing, and nothing done: the week is left out
  std::optional<Day> last;
  const PlanWeek* week = nullptr;
  Done done;
  std::array<int, 4> planned{};  // minutes, in the order of kAreas
  double hours_per_week = 0;
  struct MetricTargetOfWeek {
    const Metric* metric = nullptr;
    double target = 0;
  };
  std::vector<MetricTargetOfWeek> metrics;
  std::vector<DaySpan> breaks;   // that touch the week

  [[nodiscard]] int planned_minutes() const;
  // More is planned than the hours a week, by a tenth and more.
  [[nodiscard]] bool full() const { return planned_minutes() > hours_per_week * 60 * 1.1; }
};
// `standing` are the deeds that count, from the beginning.
[[nodiscard]] WeekReport week_report(const Standpoint& from, int number, std::span<const Deed> standing);

}  // namespace starling
