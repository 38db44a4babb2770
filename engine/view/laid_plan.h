// The plan as settings and changes lay it over the calendar: those that hold, or those that might.
#pragma once

#include <vector>

#include "agenda/agenda.h"
#include "calendar/calendar.h"
#include "plan/plan.h"
#include "settings/settings.h"

namespace starling {

// Keeps a pointer: `plan` outlives it. `first_day` is that of the first answer, or today.
[[nodiscard]] Timeline laid_timeline(const Plan& plan, const Settings& settings, const PlanChanges& changes, Day first_day);

// Whether only reviews are asked on that day, by the settings or by the plan.
[[nodiscard]] bool rests_on(const Settings& settings, const Timeline& timeline, Day day);
// What that moment is to the choice of the day. Keeps a pointer: `settings` outlive it.
[[nodiscard]] DayFrame day_frame(const Settings& settings, const Timeline& timeline, const Moment& moment);
// Problems and exercises that the plan has done on that day; what it calls optional is none of them.
[[nodiscard]] std::vector<ItemId> practice_on(const Timeline& timeline, Day day);
// So many days, the first at `now`, the others at noon.
[[nodiscard]] std::vector<DayFrame> day_frames(const Settings& settings, const Timeline& timeline, const DayRule& rule,
                                               const Moment& now, int days);

}  // namespace starling
