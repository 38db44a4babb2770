// A month of the plan looked back on: the timeline's nine prompts filled in from the history (S58), and the curve (S59).
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "history/history.h"
#include "report/report.h"
#include "view/gates_view.h"
#include "view/standpoint.h"

namespace starling {

// A question of the review, and what the history has to say to it; the learner's own words are the learner's.
struct MonthPrompt {
  std::string group;  // "Achievements"
  std::string text;   // "what went well"
  std::vector<std::string> found;
};

// Expected and actual progress at the end of a week.
struct CurveRow {
  int month = 1;
  int week = 4;
  Day day{};          // of the actual
  CurvePoint expected;
  ActualProgress actual;
};

// What the plan expects at the end of a month.
struct MonthEnd {
  int week = 4;  // the last one of it
  CurvePoint curve;
};

struct MonthReport {
  int number = 1;
  Day first{};
  Day last{};
  const Month* month = nullptr;  // of the plan
  ProblemsSolved problems;
  DesignsDone designs;
  StoriesTold stories;
  MocksHeld mocks;
  Done done;
  AreaTime time;
  std::array<int, 4> planned{};  // minutes, in the order of kAreas
  std::vector<GateView> gates;   // of the month
  std::vector<MonthEnd> expected;    // of each month of the plan
  std::vector<CurveRow> curve;   // the months before at their ends, the last row as things stand or stood
  std::vector<MonthPrompt> prompts;
};
// `number` is 1 to the plan's months; `standing` are the deeds that count, from the beginning. Of a month that is over,
// gates and scores of stories are those of today: files keep no history.
[[nodiscard]] MonthReport month_report(const Standpoint& from, int number, std::span<const Deed> standing);

// Of what was done by `day`, which `progress` and `states` end with; the stories are those of today, so that on an earlier
// day their share is not known.
[[nodiscard]] ActualProgress actual_progress(const Standpoint& from, const PlanProgress& progress, const ItemStates& states,
                                             Day day);

}  // namespace starling
