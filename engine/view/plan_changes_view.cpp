#include "view/plan_changes_view.h"

#include <fmt/format.h>

#include "settings/settings.h"

namespace starling {

namespace {

PlanChangeView change_view(const Standpoint& from, std::string_view kind, const Task& task, std::optional<Day> on) {
  PlanChangeView view;
  view.kind = kind;
  view.task = task.id;
  view.title = task.title;
  view.minutes = minutes_for(task, from.settings.level);
  view.on = on;
  return view;
}

const Task* shipped_task(const Standpoint& from, std::string_view id) {
  if (!from.library.plan()) return nullptr;
  for (const PlanDay& day : from.library.plan()->days)
    for (const Task& task : day.tasks)
      if (task.id == id) return &task;
  return nullptr;
}

// Another date or a day off keeps weeks that were lived where they lay: as if they had been resumed, which nobody did.
bool was_chosen(const Standpoint& from, const Resumed& resumed) {
  const SaidEntry* said = from.said_of(fmt::format("resume {}", to_string(resumed.on)));
  return !said || said->day <= resumed.on;
}

int shipped_hours(const Standpoint& from, const Allocation& own) {
  if (from.library.plan())
    for (const Allocation& each : from.library.plan()->allocations)
      if (each.level == own.level && each.area == own.area) return each.hours;
  return 0;
}

}  // namespace

std::vector<PlanChangeView> plan_changes_view(const Standpoint& from) {
  const PlanChanges& changes = from.timeline.learner().changes;
  std::vector<PlanChangeView> views;
  for (const std::string& id : changes.dropped)
    if (const Task* task = shipped_task(from, id)) views.push_back(change_view(from, "dropped", *task, std::nullopt));
  for (const MovedByHand& each : changes.moved)
    if (const auto found = find_task(from.timeline, each.task)) views.push_back(change_view(from, "moved", *found->task, found->date));
  for (const AddedTask& each : changes.added) {
    const auto found = find_task(from.timeline, each.task.id);
    views.push_back(change_view(from, "added", each.task, found ? found->date : std::nullopt));
  }
  for (const Resumed& each : changes.resumed) {
    if (!was_chosen(from, each)) continue;
    PlanChangeView& view = views.emplace_back();
    view.kind = "resumed";
    view.on = each.on;
    view.week = each.week;
  }
  for (const Allocation& each : changes.allocations) {
    PlanChangeView& view = views.emplace_back();
    view.kind = "allocation";
    view.level = each.level;
    view.area = each.area;
    view.hours = each.hours;
    view.plan_hours = shipped_hours(from, each);
  }
  return views;
}

DayRoom day_room(const Standpoint& from, Day date) {
  DayRoom room{date, 0, 0, is_day_off(from.settings, date)};
  const auto day = from.timeline.day_on(date);
  const SlotMinutes& minutes = day ? day->minutes : from.settings.slot_minutes;
  for (const int of_slot : minutes) room.available += of_slot;
  if (!day) return room;
  for (const Task* task : day->tasks) room.planned += minutes_for(*task, from.settings.level);
  return room;
}

}  // namespace starling
