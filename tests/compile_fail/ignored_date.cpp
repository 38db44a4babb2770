// A date that was read may not be one: whoever asks looks at the answer.
#include "calendar/calendar.h"

bool is_date(std::string_view text) {
#ifdef CONTROL
  return starling::parse_day(text).has_value();
#else
  starling::parse_day(text);
  return true;
#endif
}
