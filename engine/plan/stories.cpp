#include "plan/stories.h"

namespace starling {

namespace {

// Every principle named gets the same share; what is left over goes to the first ones, since the remainders of
// equal shares are equal. A count below the number of principles still gives each of them one.
int share_of(int count, int principles, int position) {
  const int share = count / principles + (position < count % principles ? 1 : 0);
  return share > 0 ? share : 1;
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

StoryGoal story_goal(const Plan& plan) {
  StoryGoal goal;
  for (const Gate& gate : plan.gates)
    if (gate.evidence == "stories" && gate.unit == "stories") goal = {static_cast<int>(gate.target), gate.month};
  return goal;
}

}  // namespace starling
