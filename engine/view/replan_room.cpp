#include "view/replan_room.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "settings/settings.h"

namespace starling {

namespace {

using std::chrono::days;

constexpr int kQuietDays = 7;  // before the interview: its last week takes nothing more

// What a day has left, by its parts and in all; less than nothing where the plan has more than the day.
struct FreeDay {
  Day date{};
  SlotMinutes left{};
  int longest = 0;  // of the parts, as they are without tasks
  int more = 0;     // by which a part may be longer
  int in_all = 0;   // without what cards take
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
    FreeDay here{date, day->minutes, std::ranges::max(day->minutes), more, more - kCardMinutes};
    for (const Task* task : day->tasks)
      if (is_open(from.progress, *task)) here.left[static_cast<std::size_t>(task->slot)] -= minutes_for(*task, from.settings.level);
    here.in_all += std::accumulate(here.left.begin(), here.left.end(), 0);
    free.push_back(here);
  }
  return free;
}

// The part of the day that takes so many minutes, the own one before others. What is longer than any part is takes the
// whole day, as a loop does, and begins in its own.
std::optional<Slot> part_for(const FreeDay& day, Slot own, int minutes) {
  if (day.in_all < minutes) return std::nullopt;
  const auto left = [&](Slot slot) { return day.left[static_cast<std::size_t>(slot)]; };
  if (left(own) >= minutes || day.longest < minutes) return own;
  Slot roomiest = own;
  for (const Slot slot : kSlots)
    if (left(slot) > left(roomiest)) roomiest = slot;
  return left(roomiest) + day.more >= minutes ? std::optional(roomiest) : std::nullopt;
}

void take_minutes(FreeDay& day, Slot slot, int minutes) {
  int& left = day.left[static_cast<std::size_t>(slot)];
  day.more -= std::clamp(minutes - std::max(left, 0), 0, day.more);
  left -= minutes;
  day.in_all -= minutes;
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
    std::optional<Slot> part;
    const auto at = std::ranges::find_if(free, [&](const FreeDay& day) {
      part = part_for(day, each.task->slot, each.minutes);
      return part.has_value();
    });
    if (at == free.end()) {
      caught.without.push_back(each.task);
      continue;
    }
    take_minutes(*at, *part, each.minutes);
    caught.moved.push_back({each.task->id, at->date, *part == each.task->slot ? std::nullopt : part});
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
