// What the plan has for a day, a week or a month of it, whatever dates these fall on.
#pragma once

#include <optional>
#include <string_view>

#include "plan/parts.h"

namespace starling {

// Each null where the plan has none.
[[nodiscard]] const PlanDay* day_of(const Plan& plan, int week, int day);
[[nodiscard]] const PlanWeek* week_of(const Plan& plan, int week);
[[nodiscard]] const PhaseOfPlan* phase_of(const Plan& plan, int week);
[[nodiscard]] const Month* month_entry(const Plan& plan, int month);

// Month m is weeks 4m-3 to 4m; weeks before the first are of the first month.
[[nodiscard]] int month_of(int week);

// Its last week in the plan, whose last month may be a short one.
[[nodiscard]] int last_week_of_month(const Plan& plan, int month);

// The day of the plan, from 0, that opens a deck; nothing where none names it.
[[nodiscard]] std::optional<int> unlock_day(const Plan& plan, std::string_view deck);

}  // namespace starling
