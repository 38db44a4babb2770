// Breaks that are planned beforehand: the days off of the settings, as a learner names, adds and takes them back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "settings/decisions.h"

namespace starling {

// "2027-01-03..2027-01-10", "2027-01-03..10" or one day: from `today` on, in order, within a year.
struct BreakRead {
  DaySpan days;
  std::string wrong;  // one sentence without a full stop, with the way to write it; empty: `days` is the break
};
[[nodiscard]] BreakRead read_break(std::string_view text, Day today);

// Why it cannot be planned: it holds the day of the interview. A sentence without a full stop; empty where it can.
[[nodiscard]] std::string wrong_break(const DaySpan& days, Day interview);

// The days off that are not over on `from` and begin by `to`, in order; what touches is one.
[[nodiscard]] std::vector<DaySpan> breaks_between(const Settings& settings, Day from, Day to);

// With another one; those that it overlaps become one with it.
[[nodiscard]] std::vector<DaySpan> with_break(std::vector<DaySpan> days_off, const DaySpan& another);
// Without the one that begins on `first`: all of what touches as `breaks_between` has it, or one of that as it was written.
// As they were where none does.
[[nodiscard]] std::vector<DaySpan> without_break(std::vector<DaySpan> days_off, Day first);

// "A break until Sun 10 Jan 2027." where `today` is in it, "A break from Sun 3 Jan to Sun 10 Jan 2027." before it; of a
// single day "A day off today." and "A day off on Fri 5 Feb 2027.".
[[nodiscard]] std::string break_sentence(const DaySpan& days, Day today);

}  // namespace starling
