// When did an attempt at the interview end? What was done up to then belongs to it, and to no plan that starts later.
#pragma once

#include <optional>

#include "calendar/calendar.h"
#include "history/deed.h"

namespace starling {

// The last day of an attempt, by an event of a deed of that `day`: the day itself where it is an outcome of the interview,
// but for "waiting"; the old date where it sets the interview anew after that was over. Nothing for other events.
[[nodiscard]] std::optional<Day> end_of_attempt(const Event& event, Day day);

}  // namespace starling
