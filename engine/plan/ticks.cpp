#include "plan/ticks.h"

#include <algorithm>
#include <string>

namespace starling {

std::vector<std::string_view> one_with(const Plan& plan, std::string_view id) {
  std::string_view gate = id;
  for (const Checklist& list : plan.checklists)
    for (const ChecklistItem& item : list.items)
      if (item.id == id && !item.gate.empty()) gate = item.gate;
  std::vector<std::string_view> ids{id};
  if (gate != id) ids.push_back(gate);
  for (const Checklist& list : plan.checklists)
    for (const ChecklistItem& item : list.items)
      if (item.gate == gate && item.id != id) ids.push_back(item.id);
  return ids;
}

std::optional<Day> ticked_on(const Plan& plan, const PlanProgress& progress, std::string_view id) {
  std::optional<Day> last;
  for (const std::string_view each : one_with(plan, id)) {
    const auto tick = progress.tasks.find(std::string(each));
    if (tick != progress.tasks.end() && tick->second.count >= 1) last = std::max(last.value_or(tick->second.last), tick->second.last);
  }
  return last;
}

}  // namespace starling
