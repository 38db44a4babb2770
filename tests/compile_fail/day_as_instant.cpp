// A date has no moment until a rule says where it begins.
#include "calendar/calendar.h"

starling::Instant beginning(const starling::DayRule& rule, starling::Day day) {
#ifdef CONTROL
  return rule.moment(day, std::chrono::hours(4));
#else
  static_cast<void>(rule);
  return day;
#endif
}
