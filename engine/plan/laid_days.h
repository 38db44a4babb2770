// On which date each day of the plan falls.
#pragma once

#include <optional>
#include <vector>

#include "plan/laid_weeks.h"

namespace starling {

// By the day of the plan, from 0; nothing for one that is left out. No two have the same date, and dates rise. The day
// before the plan's interview stands on the eve of the date, those behind it follow it, whatever weekdays they are.
[[nodiscard]] std::vector<std::optional<Day>> lay_days(const Plan& plan, const LaidWeeks& laid, Day start,
                                                       Day interview);

}  // namespace starling
