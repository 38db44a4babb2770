#include "plan/timeline.h"

#include <algorithm>

#include "plan/days.h"

namespace starling {

namespace {

using std::chrono::days;

// The week of which a date that lies `offset` days behind the start is a part; below 1 before it.
int week_at(int offset) { return (offset >= 0 ? offset : offset - kDaysOfWeek + 1) / kDaysOfWeek + 1; }

Day start_of(const Plan& plan, const PlanDates& settings, Day first_day) {
  if (settings.start) return *settings.start;
  if (settings.interview) return *settings.interview - days(plan.interview_day - 1);
  return first_day;
}

}  // namespace

Timeline::Timeline(const Plan& plan, const PlanDates& settings, Day first_day)
    : plan_(&plan),
      start_(start_of(plan, settings, first_day)),
      interview_(settings.interview ? *settings.interview : default_interview(plan, start_)) {}

Position Timeline::on(Day date) const {
  const int last = plan_->weeks * kDaysOfWeek - 1;
  Position at;
  at.offset = days_between(start_, date);
  at.before = at.offset < 0;
  at.after = at.offset > last;
  const WeekAndDay inside = week_and_day(std::clamp(at.offset, 0, last));
  at.week = inside.week;
  at.day = inside.day;
  return at;
}

const PlanDay* Timeline::day_on(Day date) const {
  const Position at = on(date);
  return at.before || at.after ? nullptr : day_of(*plan_, at.week, at.day);
}

Day Timeline::date_of(int week, int day) const { return date_of(plan_day(week, day)); }

Day Timeline::date_of(int plan_day) const { return start_ + days(plan_day); }

Day Timeline::week_starts(int week) const { return date_of(week, 1); }

Day Timeline::week_ends(int week) const { return date_of(week, kDaysOfWeek); }

std::vector<Day> Timeline::recent_weeks(Day today, int count) const {
  const int last = week_at(days_between(start_, today));
  std::vector<Day> weeks;
  for (int week = last - count + 1; week <= last; ++week) weeks.push_back(week_starts(week));
  return weeks;
}

int Timeline::days_left(Day date) const { return days_between(date, interview_); }

bool Timeline::rests(Day date) const {
  const PlanDay* day = day_on(date);
  return day && day->rest;
}

std::optional<int> Timeline::unlocked(std::string_view deck) const { return unlock_day(*plan_, deck); }

std::vector<const Checklist*> Timeline::checklists_on(Day date) const {
  std::vector<const Checklist*> lists;
  for (const Checklist& list : plan_->checklists) {
    const bool by_interview = list.days_before && days_left(date) == *list.days_before;
    const bool by_plan = list.week && list.day && date_of(*list.week, *list.day) == date;
    if (by_interview || by_plan) lists.push_back(&list);
  }
  return lists;
}

Day default_interview(const Plan& plan, Day start) {
  const Day earliest = start + days(plan.interview_day - 3);
  return earliest + (std::chrono::Friday - std::chrono::weekday(earliest));
}

}  // namespace starling
