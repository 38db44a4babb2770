#include "plan/hours.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "plan/days.h"
#include "plan/record.h"

namespace starling {

int total_hours(const Plan& plan, std::string_view level) {
  int total = 0;
  for (const Allocation& allocation : plan.allocations)
    if (allocation.level == level) total += allocation.hours;
  return total;
}

double weekly_hours(const Plan& plan, std::string_view level, Area area) {
  int hours = 0;
  for (const Allocation& allocation : plan.allocations)
    if (allocation.level == level && allocation.area == area) hours += allocation.hours;
  return static_cast<double>(hours) / plan.weeks;
}

std::vector<int> largest_remainder_percents(std::span<const int> parts) {
  const auto total = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  std::vector<int> percents(parts.size(), 0);
  if (total <= 0) return percents;
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto remainder = [&](std::size_t i) { return std::int64_t{parts[i]} * 100 % total; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder(a) > remainder(b); });
  for (std::size_t i = 0; i < parts.size(); ++i)
    percents[i] = static_cast<int>(std::int64_t{parts[i]} * 100 / total);
  const auto missing = static_cast<std::size_t>(100 - std::accumulate(percents.begin(), percents.end(), 0));
  for (std::size_t i = 0; i < missing; ++i) ++percents[order[i]];
  return percents;
}

std::vector<TaskOfWeek> tasks_of_week(const Plan& plan, std::string_view level, int week) {
  std::vector<TaskOfWeek> tasks;
  for (int day = 1; day <= kDaysOfWeek; ++day)
    if (const PlanDay* entry = day_of(plan, week, day))
      for (const Task& task : entry->tasks)
        if (is_for(task, level)) tasks.push_back({day, &task});
  return tasks;
}

std::array<int, 4> area_minutes(std::span<const TaskOfWeek> tasks, std::string_view level) {
  std::array<int, 4> minutes{};
  for (const TaskOfWeek& each : tasks) minutes[static_cast<std::size_t>(each.task->area)] += minutes_for(*each.task, level);
  return minutes;
}

}  // namespace starling
