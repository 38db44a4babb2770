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

// All weeks from the first to before the last, the one that is left out first in front.
std::vector<int> leaving_order(const Plan& plan, int first, int last, std::string_view level) {
  std::vector<int> order;
  const auto add = [&](int week) {
    if (week >= first && week < last && std::ranges::find(order, week) == order.end()) order.push_back(week);
  };
  for (int week = first; week < last; ++week)
    if (is_for_other_level(plan, week, level)) add(week);
  for (const int week : plan.shorter) add(week);
  for (int week = first; week < last; ++week) add(week);
  return order;
}

// Rising. A week that is taken up again is left out behind all others.
std::vector<int> weeks_to_leave(const Plan& plan, int first, int last, int room, std::string_view level) {
  const int weeks = last - first + 1;
  if (room >= weeks) return {};
  std::vector<int> leaving = leaving_order(plan, first, last, level);
  if (first > 1) {
    std::erase(leaving, first);
    leaving.push_back(first);
  }
  leaving.resize(static_cast<std::size_t>(weeks - room));
  std::ranges::sort(leaving);
  return leaving;
}

// How many spare weeks come behind each week of the plan, by its number; before the first by the number before it.
std::vector<int> spare_behind(const Plan& plan, int first, int last, int spare) {
  std::vector<int> places;
  for (const int week : plan.longer)
    if (week >= first && week < last) places.push_back(week);
  if (places.empty())
    for (int week = std::min(first, last - 1); week < last; ++week) places.push_back(week);
  std::vector<int> behind(static_cast<std::size_t>(last) + 1, 0);
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::max(0, spare)); ++i)
    ++behind[static_cast<std::size_t>(places[i % places.size()])];
  return behind;
}

// A run of calendar weeks that holds the plan's weeks from one on to its last.
struct RunOfWeeks {
  int first = 1;
  Day monday{};
  Day from{};
  int room = 1;  // calendar weeks, at least 1
};

void lay_run(std::vector<LaidWeek>& weeks, const Plan& plan, const RunOfWeeks& run, std::string_view level) {
  const int last = interview_week(plan);
  const std::vector<int> leaving = weeks_to_leave(plan, run.first, last, run.room, level);
  const std::vector<int> spare =
      spare_behind(plan, run.first, last, run.room - (last - run.first + 1));
  Day monday = run.monday;
  const auto add = [&](int number) {
    weeks.push_back({number, monday, std::max(monday, run.from), false});
    monday += std::chrono::days(kDaysOfWeek);
  };
  for (int number = run.first - 1; number <= last; ++number) {
    if (number >= run.first && !std::ranges::binary_search(leaving, number)) add(number);
    for (int i = 0; i < spare[static_cast<std::size_t>(number)]; ++i) add(0);
  }
}

void resume(LaidWeeks& laid, const Plan& plan, const Resumed& again, std::string_view level) {
  const int last = interview_week(plan);
  const Day last_monday = laid.weeks.back().monday;
  const Day monday = monday_of(again.on);
  if (monday > last_monday || again.week < 1 || again.week > last) return;
  std::erase_if(laid.weeks, [&](const LaidWeek& week) { return week.monday >= monday; });
  // What was spare among them gave no week of the plan a place either.
  for (auto week = laid.weeks.rbegin(); week != laid.weeks.rend() && (week->number == 0 || week->number >= again.week); ++week) {
    week->number = 0;
    week->lost = true;
  }
  laid.lost = static_cast<int>(std::ranges::count(laid.weeks, true, &LaidWeek::lost));
  if (laid.weeks.empty() || laid.weeks.front().number == 0) laid.led_into = false;
  lay_run(laid.weeks, plan,
              {again.week, monday, again.on, days_between(monday, last_monday) / kDaysOfWeek + 1}, level);
}

std::vector<int> weeks_without_place(const LaidWeeks& laid, int last) {
  std::vector<int> left;
  for (int number = 1; number <= last; ++number)
    if (std::ranges::find(laid.weeks, number, &LaidWeek::number) == laid.weeks.end()) left.push_back(number);
  return left;
}

Day monday_of_last_week(Day interview) {
  const Day monday = monday_of(interview);
  return days_between(monday, interview) < 2 ? monday - std::chrono::days(kDaysOfWeek) : monday;
}

std::vector<Resumed> in_order_of_dates(std::span<const Resumed> resumed) {
  std::vector<Resumed> ordered(resumed.begin(), resumed.end());
  std::ranges::stable_sort(ordered, {}, &Resumed::on);
  return ordered;
}

}  // namespace

Day monday_of(Day date) { return date - (std::chrono::weekday(date) - std::chrono::Monday); }

bool was_this_week(Day date, Day today) { return date >= monday_of(today) && date <= today; }

int interview_week(const Plan& plan) {
  return week_and_day(std::clamp(plan.interview_day, 1, plan.weeks * kDaysOfWeek) - 1).week;
}

bool has_week_left(Day date) { return kDaysOfWeek - days_between(monday_of(date), date) - kWeekendDays >= kFewestWeekdays; }

LaidWeeks lay_weeks(const Plan& plan, Day start, Day interview, std::string_view level,
                    std::span<const Resumed> resumed) {
  const int last = interview_week(plan);
  const Day last_monday = monday_of_last_week(interview);
  Day monday = monday_of(start + std::chrono::days(kDaysOfWeek - 1));
  int room = days_between(monday, last_monday) / kDaysOfWeek + 1;
  LaidWeeks laid;
  Day from = monday;
  if (room < 1) {
    from = monday = last_monday;
    room = 1;
  } else if (monday != start && room < last && has_week_left(start)) {
    monday -= std::chrono::days(kDaysOfWeek);
    from = start;
    ++room;
  } else if (monday != start && room > 1) {
    laid.led_into = true;
  }
  lay_run(laid.weeks, plan, {1, monday, from, room}, level);
  for (const Resumed& again : in_order_of_dates(resumed)) resume(laid, plan, {std::max(again.on, start), again.week}, level);
  laid.left_out = weeks_without_place(laid, last);
  return laid;
}

}  // namespace starling
