// The plans there are, and which of them is followed or would fit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "library/library.h"
#include "settings/settings.h"
#include "view/standpoint.h"

namespace starling {

struct PlanOnOffer {
  PlanSummary plan;
  bool own = false;
  bool followed = false;
  bool fits = false;  // best of all, by the weeks there are and the level
};
struct PlansView {
  std::string level;
  std::optional<int> weeks;  // from today, or a later start, to the interview; nothing without a date for it, or behind it
  std::vector<PlanOnOffer> plans;
};
// `again`: after a rejection.
[[nodiscard]] PlansView plans_view(const FoundPlans& found, const Settings& settings, Day today, bool again);

// The command for the next date, a sentence: after a rejection with the plan for a second attempt, where there is one for
// the level.
[[nodiscard]] std::string next_date_sentence(const Standpoint& from);

}  // namespace starling
