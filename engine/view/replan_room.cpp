#include "view/replan_room.h"

#include <algorithm>
#include <numeric>

#include "settings/settings.h"

namespace starling {

namespace {

using std::chrono::days;

constexpr int kQuietDays = 7;  // before the interview: its last week takes nothing more

struct FreeDay {
  Day date{};
  int minutes = 0;
};

bool takes_more(const Standpoint& from, const DatedDay& day, Day date) {
  const bool usual = day.kind == PlanDayKind::Weekday || day.kind == PlanDayKind::Weekend;
  return usual && !day.rest && !is_day_off(from.settings, date) && !is_rest_day(from.settings, date);
}

std::vector<FreeDay> free_days(const Standpoint& from, int more) {
  std::vector<FreeDay> free;
  const Day today = from.now.day;
  const Day last = std::min(today + days(kCatchUpDays), from.timeline.interview() - days(kQuietDays));
  for (Day date = today + days(1); date <= last; date += days(1)) {
    const auto day = from.timeline.day_on(date);
    if (!day || !takes_more(from, *day, date)) continue;
    int minutes = std::accumulate(day->minutes.begin(), day->minutes.end(), more - kCardMinutes);
    for (const Task* task : day->tasks)
      if (is_open(from.progress, *task)) minutes -= minutes_for(*task, from.settings.level);
    free.push_back({date, minutes});
  }
  return free;
}

struct DatedTask {
  Day date{};
  const Task* task = nullptr;
};

void drop_from_week(std::vector<DatedTask> tasks, double minutes, std::string_view level, std::vector<const Task*>& dropped) {
  double planned = 0;
  for (const DatedTask& each : tasks) planned += minutes_for(*each.task, level);
  std::ranges::stable_sort(tasks, {}, [](const DatedTask& each) { return impact_of(*each.task); });
  for (const DatedTask& each : tasks) {
    if (planned <= minutes) return;
    if (!each.task->mock.empty()) continue;
    dropped.push_back(each.task);
    planned -= minutes_for(*each.task, level);
  }
}

}  // namespace

CaughtUp catch_up(const Standpoint& from, std::span<const BehindTask> behind, int more) {
  CaughtUp caught;
  std::vector<FreeDay> free = free_days(from, more);
  for (const BehindTask& each : behind) {
    const auto at = std::ranges::find_if(free, [&](const FreeDay& day) { return day.minutes >= each.minutes; });
    if (at == free.end()) {
      caught.without.push_back(each.task);
      continue;
    }
    at->minutes -= each.minutes;
    caught.moved.push_back({each.task->id, at->date});
    caught.last = std::max(caught.last, at->date);
  }
  return caught;
}

std::vector<const Task*> dropped_to_fit(const Standpoint& from, double hours) {
  std::vector<const Task*> dropped;
  const Day last = monday_of(from.timeline.interview());
  for (Day monday = monday_of(from.now.day); monday < last; monday += days(kDaysOfWeek)) {
    std::vector<DatedTask> tasks;
    for (Day date = std::max(monday, from.now.day); date < monday + days(kDaysOfWeek); date += days(1))
      if (const auto day = from.timeline.day_on(date))
        for (const Task* task : day->tasks)
          if (is_open(from.progress, *task)) tasks.push_back({date, task});
    drop_from_week(std::move(tasks), hours * 60, from.settings.level, dropped);
  }
  return dropped;
}

}  // namespace starling
