#include "plan/stories.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "plan/days.h"

namespace starling {

namespace {

// Every principle named gets the same share; what is left over goes to the first ones, since the remainders of
// equal shares are equal. A count below the number of principles still gives each of them one.
int share_of(int count, int principles, int position) {
  const int share = count / principles + (position < count % principles ? 1 : 0);
  return share > 0 ? share : 1;
}

bool is_of_stories(const Gate& gate) { return gate.evidence == "stories" && !gate.days_before; }

std::optional<int> month_with_story_goal(const Plan& plan, int month) {
  std::optional<int> next;
  std::optional<int> last;
  for (const Gate& gate : plan.gates) {
    if (!is_of_stories(gate) || (gate.unit != "stories" && gate.unit != "principles")) continue;
    last = std::max(last.value_or(0), gate.month);
    if (gate.month >= month) next = std::min(next.value_or(gate.month), gate.month);
  }
  return next ? next : last;
}

}  // namespace

std::vector<StorySlot> story_slots(const Plan& plan) {
  std::vector<StorySlot> slots;
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks) {
      const bool again = task.unit == "tellings";
      if ((task.unit != "stories" && !again) || !task.count) continue;
      const int principles = static_cast<int>(task.principles.size());
      for (int i = 0; i < principles; ++i)
        slots.push_back({task.principles[static_cast<std::size_t>(i)], share_of(*task.count, principles, i), again,
                         task.origin.source, task.id});
    }
  return slots;
}

int cooling_from(const Plan& plan) { return plan.weeks / 2 + 1; }

StoryGoal story_goal(const Plan& plan, int month) {
  const auto judged = month_with_story_goal(plan, month);
  if (!judged) return {.month = month_of(plan.weeks)};
  const auto asked = [&](std::string_view unit) {
    double most = 0;
    for (const Gate& gate : plan.gates)
      if (is_of_stories(gate) && gate.unit == unit && gate.month <= *judged) most = std::max(most, gate.target);
    return static_cast<int>(most);
  };
  const int complete = asked("stories");
  return {complete > 0 ? complete : asked("drafts"), *judged, asked("principles"), complete == 0};
}

}  // namespace starling
