#include "plan/changed_plan.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace starling {

namespace {

// Takes the tasks of `ids` out of their days, and answers them.
std::map<std::string, Task, std::less<>> taken_out(Plan& plan, const std::set<std::string, std::less<>>& ids) {
  std::map<std::string, Task, std::less<>> tasks;
  for (PlanDay& day : plan.days)
    std::erase_if(day.tasks, [&](Task& task) {
      if (!ids.contains(task.id)) return false;
      const std::string id = task.id;
      tasks.emplace(id, std::move(task));
      return true;
    });
  return tasks;
}

}  // namespace

ChangedPlan changed_plan(const Plan& plan, const PlanChanges& changes, Day interview,
                         const std::function<int(Day)>& plan_day_at) {
  ChangedPlan changed{plan, {}};
  const auto put = [&](Task task, std::optional<Day> to) {
    const int day = std::clamp(plan_day_at(to.value_or(interview - std::chrono::days(1))), 0,
                               std::max(0, static_cast<int>(changed.plan.days.size()) - 1));
    changed.pinned.push_back({task.id, to});
    changed.plan.days[static_cast<std::size_t>(day)].tasks.push_back(std::move(task));
  };
  std::set<std::string, std::less<>> ids(changes.dropped.begin(), changes.dropped.end());
  for (const MovedByHand& each : changes.moved)
    if (each.to < interview) ids.insert(each.task);
  auto tasks = taken_out(changed.plan, ids);
  if (!changed.plan.days.empty()) {
    for (const MovedByHand& each : changes.moved)
      if (const auto task = tasks.find(each.task); task != tasks.end() && each.to < interview) {
        task->second.slot = each.slot.value_or(task->second.slot);
        put(std::move(task->second), each.to);
      }
    for (const AddedTask& each : changes.added)
      put(each.task, each.on < interview ? std::optional(each.on) : std::nullopt);
  }
  for (const Allocation& own : changes.allocations)
    for (Allocation& allocation : changed.plan.allocations)
      if (allocation.level == own.level && allocation.area == own.area) allocation.hours = own.hours;
  return changed;
}

}  // namespace starling
