// Which weeks of the plan fall on which weeks of the calendar.
#pragma once

#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "plan/parts.h"

namespace starling {

struct LaidWeek {
  int number = 0;  // of the plan; 0: a spare week
  Day monday{};
};

// How the first week lies to a start that is no Monday.
enum class FirstWeek {
  Whole,
  LedInto,  // its weekdays begin with the start, in the calendar week before its own
  Cut       // its own calendar week has begun before the start
};

struct LaidWeeks {
  std::vector<LaidWeek> weeks;  // calendar weeks in a row; the last has the plan's week of the interview
  std::vector<int> left_out;    // weeks of the plan, rising
  FirstWeek first = FirstWeek::Whole;
};

[[nodiscard]] Day monday_of(Day date);

// The week of the plan that holds its interview, from 1.
[[nodiscard]] int interview_week(const Plan& plan);

// The plan's week of the interview is the calendar week of that date where it is a Wednesday to Sunday, else the one
// before. Where there are fewer weeks than the plan has, some are left out: those at the other level's scale, then the
// plan's own order. Where there are more, spare ones stand between.
[[nodiscard]] LaidWeeks lay_weeks(const Plan& plan, Day start, Day interview, std::string_view level);

}  // namespace starling
