#include "view/coverage_view.h"

#include <vector>

namespace starling {

CoverageView coverage_view(const Standpoint& from) {
  const Day today = from.now.day;
  const Plan& plan = from.timeline.plan();
  return {today, from.settings.level,
          story_coverage(from.library.stories(), from.states, from.model, today, from.timeline.interview(),
                         {from.timeline.on(today).week, cooling_from(plan), story_goal(plan)}),
          "stories"};
}

CoverageView planned_coverage_view(const Standpoint& from, std::optional<std::string_view> source) {
  std::vector<PlannedSlot> slots;
  for (const StorySlot& slot : story_slots(from.timeline.plan()))
    if (!source || slot.source == *source) slots.push_back({slot.principle, slot.stories, slot.again});
  return {from.now.day, from.settings.level, planned_coverage(slots, story_goal(from.timeline.plan())), "plan"};
}

}  // namespace starling
