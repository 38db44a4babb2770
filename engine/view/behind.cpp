#include "view/behind.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "plan/plan.h"
#include "view/words.h"

namespace starling {

namespace {

template <class See>
void each_task_before(const Standpoint& from, Day last, See see) {
  for (Day date = from.timeline.start(); date < last; date += std::chrono::days(1)) {
    const auto day = from.timeline.day_on(date);
    if (!day) continue;
    for (const Task* task : day->tasks) see(*day, date, *task);
  }
}

}  // namespace

std::vector<BehindTask> tasks_behind(const Standpoint& from) {
  std::vector<BehindTask> behind;
  each_task_before(from, from.now.day, [&](const DatedDay&, Day date, const Task& task) {
    const double left = 1 - done_share(from.progress, task);
    if (left > 0 && !task.optional)
      behind.push_back({&task, date, static_cast<int>(std::lround(left * minutes_for(task, from.settings.level)))});
  });
  std::ranges::stable_sort(behind, std::ranges::greater(), [](const BehindTask& each) { return impact_of(*each.task); });
  return behind;
}

int minutes_of(const std::vector<BehindTask>& tasks) {
  return std::accumulate(tasks.begin(), tasks.end(), 0, [](int sum, const BehindTask& each) { return sum + each.minutes; });
}

std::optional<std::string> behind_sentence(const Standpoint& from) {
  const std::vector<BehindTask> behind = tasks_behind(from);
  const int minutes = minutes_of(behind);
  if (behind.empty() || (minutes < kWorthSaying && behind.front().task->mock.empty())) return std::nullopt;
  const int count = static_cast<int>(behind.size());
  const std::string what = fmt::format("{} {} behind, {:.0f} h", counted(count, "task"), count == 1 ? "lies" : "lie", minutes / 60.0);
  const std::string most = fmt::format("'{}' of {}", behind.front().task->title, short_date(behind.front().date));
  return fmt::format("{}; {}{}. Ways to go on: starling replan", what, count == 1 ? "it is " : "what counts most: ", most);
}

std::optional<int> week_left_off(const Standpoint& from) {
  struct Minutes {
    double planned = 0;
    double done = 0;
    std::set<Day> days;
  };
  std::map<int, Minutes, std::greater<>> weeks;  // the last one first
  each_task_before(from, from.now.day, [&](const DatedDay& day, Day date, const Task& task) {
    if (task.optional || day.spare) return;
    weeks[day.week].days.insert(date);
    const int minutes = minutes_for(task, from.settings.level);
    weeks[day.week].planned += minutes;
    weeks[day.week].done += minutes * done_share(from.progress, task);
  });
  std::optional<int> left_off;
  std::size_t days = 0;
  for (const auto& [week, minutes] : weeks) {
    if (minutes.done >= kLostShare * minutes.planned) break;
    left_off = week;
    days += minutes.days.size();
  }
  return days >= kFewestDaysLost ? left_off : std::nullopt;
}

}  // namespace starling
