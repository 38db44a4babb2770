// How a week of the plan goes: the timeline's tracker (S54-S57), minutes against the plan and the allocation, advice.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "history/history.h"
#include "plan/plan.h"
#include "report/report.h"
#include "view/past.h"
#include "view/standpoint.h"

namespace starling {

// What the plan advises, and why now.
struct AdviceGiven {
  std::string when;   // behind | ahead | struggling
  std::string because;
  std::vector<const Advice*> list;  // at least one
};

// What was done in a week, beside what was planned.
struct WeekReport {
  int number = 1;
  Day first{};
  Day last{};
  bool left_out = false;  // it has no dates: nothing lies between the two
  const PlanWeek* week = nullptr;
  Done done;
  int tasks = 0;       // that stand on its dates
  int tasks_done = 0;  // of them, all of what they count
  std::array<int, 4> planned{};  // minutes, in the order of kAreas
  double hours_per_week = 0;
  const LevelHours* level = nullptr;  // of the plan: the hours that the learner's level is meant to take
  struct MetricTargetOfWeek {
    const Metric* metric = nullptr;
    double target = 0;
  };
  std::vector<MetricTargetOfWeek> metrics;
  std::vector<DaySpan> breaks;   // that touch the week

  ProblemsSolved problems;
  int problems_target = 0;       // that the week's tasks count
  std::array<std::optional<double>, 3> size_targets;  // minutes, in the order of kProblemSizes
  DesignsDone designs;
  int designs_target = 0;
  std::optional<double> design_target;                // minutes
  StoriesTold stories;
  MocksHeld mocks;
  int mocks_target = 0;
  std::vector<std::string> own_goals;   // of the week
  std::vector<std::string> next_goals;  // of one's own, of the week after
  bool last_week = false;

  AreaTime time;
  AreaTime time_so_far;                  // from the first day of the plan to the last of the week, or today
  std::array<double, 4> allocated_so_far{};  // minutes
  std::vector<AdviceGiven> advice;       // of the week that today is in

  [[nodiscard]] int planned_minutes() const;
  // More is planned than the hours a week, by a tenth and more.
  bool has_loops = false;  // or sprint days, which count at their real length (C18)
  [[nodiscard]] bool full() const { return planned_minutes() > hours_per_week * 60 * 1.1; }
};
[[nodiscard]] WeekReport week_report(const Standpoint& from, int number, const PastDays& past);

// Of the last kPaceDays before `day`.
[[nodiscard]] Pace pace_before(const Standpoint& from, Day day, const PlanProgress& progress, const PastDays& past);

inline constexpr std::size_t kOwnGoals = 3;  // of a week

}  // namespace starling
