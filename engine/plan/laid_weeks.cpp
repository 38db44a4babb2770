#include "plan/laid_weeks.h"

#include <algorithm>

#include "plan/days.h"
#include "plan/record.h"

namespace starling {

namespace {

constexpr int kWeekendDays = 2;
constexpr int kFewestWeekdays = 3;  // that make the rest of a calendar week a week of the plan

bool is_for_other_level(const Plan& plan, int week, std::string_view level) {
  bool other = false;
  for (int day = 1; day <= kDaysOfWeek; ++day) {
    const PlanDay* entry = day_of(plan, week, day);
    if (!entry) continue;
    for (const Task& task : entry->tasks) {
      if (task.scale.empty() || task.level.empty()) continue;
      if (std::ranges::find(task.level, level) != task.level.end()) return false;
      other = true;
    }
  }
  return other;
}

// All weeks before the last, the one that is left out first in front.
std::vector<int> leaving_order(const Plan& plan, int last, std::string_view level) {
  std::vector<int> order;
  const auto add = [&](int week) {
    if (week < last && std::ranges::find(order, week) == order.end()) order.push_back(week);
  };
  for (int week = 1; week < last; ++week)
    if (is_for_other_level(plan, week, level)) add(week);
  for (const int week : plan.shorter) add(week);
  for (int week = 1; week < last; ++week) add(week);
  return order;
}

std::vector<int> weeks_to_leave(const Plan& plan, int last, int room, std::string_view level) {
  if (room >= last) return {};
  std::vector<int> leaving = leaving_order(plan, last, level);
  leaving.resize(static_cast<std::size_t>(last - room));
  std::ranges::sort(leaving);
  return leaving;
}

// How many spare weeks come behind each week of the plan, by its number; at 0 those before the first.
std::vector<int> spare_behind(const Plan& plan, int last, int spare) {
  std::vector<int> places;
  for (const int week : plan.longer)
    if (week < last) places.push_back(week);
  if (places.empty())
    for (int week = std::min(1, last - 1); week < last; ++week) places.push_back(week);
  std::vector<int> behind(static_cast<std::size_t>(last) + 1, 0);
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::max(0, spare)); ++i)
    ++behind[static_cast<std::size_t>(places[i % places.size()])];
  return behind;
}

Day monday_of_last_week(Day interview) {
  const Day monday = monday_of(interview);
  return days_between(monday, interview) < 2 ? monday - std::chrono::days(kDaysOfWeek) : monday;
}

}  // namespace

Day monday_of(Day date) { return date - (std::chrono::weekday(date) - std::chrono::Monday); }

int interview_week(const Plan& plan) {
  return week_and_day(std::clamp(plan.interview_day, 1, plan.weeks * kDaysOfWeek) - 1).week;
}

LaidWeeks lay_weeks(const Plan& plan, Day start, Day interview, std::string_view level) {
  const int last = interview_week(plan);
  const Day last_monday = monday_of_last_week(interview);
  Day monday = monday_of(start + std::chrono::days(kDaysOfWeek - 1));
  int room = days_between(monday, last_monday) / kDaysOfWeek + 1;
  const int days_before = days_between(start, monday);
  LaidWeeks laid;
  if (room < 1) {
    monday = last_monday;
    room = 1;
  } else if (room < last && days_before - kWeekendDays >= kFewestWeekdays) {
    laid.first = FirstWeek::Cut;
    monday -= std::chrono::days(kDaysOfWeek);
    ++room;
  } else if (days_before > 0 && room > 1) {
    laid.first = FirstWeek::LedInto;
  }
  laid.left_out = weeks_to_leave(plan, last, room, level);
  const std::vector<int> spare = spare_behind(plan, last, room - last);
  const auto add = [&](int number) {
    laid.weeks.push_back({number, monday});
    monday += std::chrono::days(kDaysOfWeek);
  };
  for (int number = 0; number <= last; ++number) {
    if (number > 0 && !std::ranges::binary_search(laid.left_out, number)) add(number);
    for (int i = 0; i < spare[static_cast<std::size_t>(number)]; ++i) add(0);
  }
  return laid;
}

}  // namespace starling
