// Which weeks of the plan fall on which weeks of the calendar.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "plan/changes.h"
#include "plan/parts.h"

namespace starling {

struct LaidWeek {
  int number = 0;  // of the plan; 0: a spare week
  Day monday{};
  Day from{};      // its days before this are none of the plan's: it begins in the middle of the week
  bool lost = false;  // spare, because a later date took the plan up again at a week that this or an earlier one had
  [[nodiscard]] bool cut() const { return from > monday; }
};

struct LaidWeeks {
  std::vector<LaidWeek> weeks;  // calendar weeks in a row; the last has the plan's week of the interview
  std::vector<int> left_out;    // weeks of the plan, rising
  int lost = 0;                 // of the spare ones: those that passed before a later date took the plan up again
  bool led_into = false;        // the weekdays of the first begin with the start, in the calendar week before its own
};

[[nodiscard]] Day monday_of(Day date);
// From Monday of the week of `today` up to it: what is done once a week was done.
[[nodiscard]] bool was_this_week(Day date, Day today);

// The week of the plan that holds its interview, from 1.
[[nodiscard]] int interview_week(const Plan& plan);

// The plan's week of the interview is the calendar week of that date where it is a Wednesday to Sunday, else the one
// before. Where there are fewer weeks than the plan has, some are left out: those at the other level's scale, then the
// plan's own order. Where there are more, spare ones stand between. Each of `resumed`, in the order of its dates, lays
// the plan anew from its date on, beginning with its week; what had that week or a later one before is spare. One behind
// the week of the interview, or of a week behind that, counts for nothing.
[[nodiscard]] LaidWeeks lay_weeks(const Plan& plan, Day start, Day interview, std::string_view level,
                                  std::span<const Resumed> resumed = {});

// Whether a plan that begins anew on that date still has that calendar week, or waits for the next one.
[[nodiscard]] bool has_week_left(Day date);

}  // namespace starling
