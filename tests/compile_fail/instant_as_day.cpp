// A moment in the world is no date of the learner: only `study_day` turns one into the other.
#include "calendar/calendar.h"

std::string heading(const starling::DayRule& rule, starling::Instant now) {
#ifdef CONTROL
  return starling::long_date(rule.study_day(now));
#else
  static_cast<void>(rule);
  return starling::long_date(now);
#endif
}
