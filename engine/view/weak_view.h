// Where the learner is weakest, and what may be done about it.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"
#include "view/standpoint.h"

namespace starling {

struct WeakView {
  Day date{};
  int week = 1;
  std::string level;
  Gaps gaps;
  std::vector<const Advice*> advice;  // for the area of the largest shortfall; none from the eve of the interview on
  FromInterview interview;            // comes before the gaps; empty after an offer
};
[[nodiscard]] WeakView weak_view(const Standpoint& from);
// The same as of an earlier day and its week, of what was done by then.
[[nodiscard]] WeakView weak_view(const Standpoint& from, const PlanProgress& progress, Day day, int week);

}  // namespace starling
