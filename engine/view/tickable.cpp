#include "view/tickable.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace starling {

namespace {

Tickable of_task(const Standpoint& from, const Task& task) {
  return {task.id, task.title, &task, target_of(task), done_of(from.progress, task.id)};
}

Tickable of_line(const Standpoint& from, const std::string& id, const std::string& text, double target = 1) {
  double done = 0;
  for (const std::string_view each : one_with(from.timeline.plan(), id)) done = std::max(done, done_of(from.progress, each));
  return {id, text, nullptr, target, done};
}

// Calls `see` with everything that can be ticked, until it says that this was enough.
void each_tickable(const Standpoint& from, const std::function<bool(Tickable)>& see) {
  const Plan& plan = from.timeline.plan();
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks)
      if (is_for(task, from.settings.level) && see(of_task(from, task))) return;
  for (const Checklist& list : plan.checklists)
    for (const ChecklistItem& item : list.items)
      if (see(of_line(from, item.id, item.text))) return;
  for (const PlanWeek& week : plan.week_list)
    for (const Goal& goal : week.goals)
      if (see(of_line(from, goal.id, goal.text, goal.count.value_or(1)))) return;
  for (const Gate& gate : plan.gates)
    if (gate.evidence == "self" && see(of_line(from, gate.id, gate.text))) return;
}

}  // namespace

std::optional<Tickable> tickable(const Standpoint& from, std::string_view id) {
  std::optional<Tickable> found;
  each_tickable(from, [&](Tickable one) {
    if (one.id == id) found = std::move(one);
    return found.has_value();
  });
  return found;
}

std::optional<Tickable> tickable(const Standpoint& from, const DayView& day, int number) {
  for (const SlotView& slot : day.slots)
    for (const TaskView& each : slot.tasks)
      if (each.number == number) return of_task(from, *each.task);
  for (const ChecklistView& each : day.checklists) {
    const auto line = std::ranges::find(each.lines, number, &ChecklistLine::number);
    if (line != each.lines.end()) return of_line(from, std::string(line->id), std::string(line->text));
  }
  return std::nullopt;
}

int numbers_on(const DayView& day) {
  int last = 0;
  for (const SlotView& slot : day.slots)
    for (const TaskView& each : slot.tasks) last = std::max(last, each.number);
  for (const ChecklistView& each : day.checklists)
    if (!each.lines.empty()) last = std::max(last, each.lines.back().number);
  return last;
}

std::vector<std::string> tickable_ids(const Standpoint& from) {
  std::vector<std::string> ids;
  each_tickable(from, [&](Tickable one) {
    ids.push_back(std::move(one.id));
    return false;
  });
  return ids;
}

std::optional<double> planned_minutes(const Standpoint& from, const Tickable& what, double count) {
  if (!what.task) return std::nullopt;
  return minutes_for(*what.task, from.settings.level) * std::max(0.0, count) / what.target;
}

}  // namespace starling
