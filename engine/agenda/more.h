// Nothing is asked: why, and what one would have to ask for to go on.
#pragma once

#include <optional>

#include "agenda/day.h"
#include "agenda/reasons.h"
#include "calendar/calendar.h"

namespace starling {

struct More {
  // Minutes, DayOff, ReviewsADay, NewADay, RestDay, LastDays, Over, OpensLater or NotDue.
  Why why = Why::NotDue;
  std::optional<Day> on;  // OpensLater and NotDue: the day of what comes next
  // A sitting of these asks something, with the same `wanted`. All of it is 0 where no sitting can: ReviewsADay.
  int minutes = 0;
  int fresh = 0;
  int ahead_days = 0;
};

inline constexpr int kMoreMinutes = 10;
inline constexpr int kMoreNew = 10;

}  // namespace starling
