#include "report/pace.h"

namespace starling {

Pace pace_of(std::span<const PlanDay* const> days, const PlanProgress& progress, std::string_view level, double minutes) {
  Pace pace;
  pace.days = static_cast<int>(days.size());
  pace.minutes = minutes;
  for (const PlanDay* day : days)
    for (const Task& task : day->tasks) {
      if (task.optional || !is_for(task, level)) continue;
      const double planned = minutes_for(task, level);
      pace.planned += planned;
      pace.done += planned * done_share(progress, task);
    }
  return pace;
}

std::vector<const Advice*> advice_for(const Plan& plan, std::string_view when, std::optional<Area> area) {
  std::vector<const Advice*> list;
  for (const Advice& advice : plan.advice)
    if (advice.when == when && (!area || advice.area == area)) list.push_back(&advice);
  return list;
}

}  // namespace starling
