#include "plan/laid_days.h"

#include <algorithm>

#include "plan/record.h"

namespace starling {

namespace {

using DatesOfDays = std::vector<std::optional<Day>>;

constexpr int kWeekdays = 5;

bool is_weekend(Day date) { return days_between(monday_of(date), date) >= kWeekdays; }

void lay_straight(DatesOfDays& dates, const LaidWeek& week, Day from) {
  for (int day = 1; day <= kDaysOfWeek; ++day) {
    const Day date = week.monday + std::chrono::days(day - 1);
    if (date >= from) dates[static_cast<std::size_t>(plan_day(week.number, day))] = date;
  }
}

// Its weekdays on the first ones from the start on, its weekend where it belongs.
void lay_led_into(DatesOfDays& dates, const LaidWeek& week, Day start) {
  lay_straight(dates, week, week.monday + std::chrono::days(kWeekdays));
  Day date = start;
  for (int day = 1; day <= kWeekdays; ++day, date += std::chrono::days(1)) {
    while (is_weekend(date)) date += std::chrono::days(1);
    dates[static_cast<std::size_t>(plan_day(week.number, day))] = date;
  }
}

// The interview, its eve and what follows; of the days before these none on or behind the eve.
void lay_end(DatesOfDays& dates, const Plan& plan, Day start, Day interview) {
  const Day eve = interview - std::chrono::days(1);
  const int last = static_cast<int>(dates.size());
  const int of_interview = std::clamp(plan.interview_day, 1, last) - 1;
  for (int day = 0; day < of_interview; ++day)
    if (auto& date = dates[static_cast<std::size_t>(day)]; date && *date >= eve) date.reset();
  for (int day = std::max(0, of_interview - 1); day < last; ++day) {
    const Day date = interview + std::chrono::days(day - of_interview);
    dates[static_cast<std::size_t>(day)] = date >= start ? std::optional(date) : std::nullopt;
  }
}

}  // namespace

std::vector<std::optional<Day>> lay_days(const Plan& plan, const LaidWeeks& laid, Day start, Day interview) {
  DatesOfDays dates(static_cast<std::size_t>(plan.weeks * kDaysOfWeek));
  if (interview < start) return dates;
  for (const LaidWeek& week : laid.weeks)
    if (week.number > 0) lay_straight(dates, week, std::max(start, week.from));
  if (laid.led_into && laid.weeks.front().number > 0)
    lay_led_into(dates, laid.weeks.front(), start);
  lay_end(dates, plan, start, interview);
  return dates;
}

}  // namespace starling
