// Where the plan has room for stories.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "plan/parts.h"

namespace starling {

// The slots for stories that the plan gives each principle: for `coverage --planned`.
struct StorySlot {
  std::size_t principle = 0;
  int stories = 0;  // this principle's share of the task's count, at least 1
  bool again = false;  // stories that are there get this principle as a second angle (C8)
  std::string source;
  std::string task;
};
[[nodiscard]] std::vector<StorySlot> story_slots(const Plan& plan);

// The week of the plan from which on stories are kept warm: the first of its second half.
[[nodiscard]] int cooling_from(const Plan& plan);

// What the plan's gates ask of the stories by the end of a month.
struct StoryGoal {
  int stories = 25;
  int month = 4;
  int principles = 16;  // each with a primary story and two angles; 0: none is asked for yet
  bool drafts = false;  // of `stories`: those being written count as well
  bool operator==(const StoryGoal&) const = default;
};
// Of `month`, or else of the first later month, or else of the last one, whose gates ask for complete stories or for
// principles; what earlier months asked for still holds. Gates of so many days before the interview are of no month. A
// plan without such gates has 25 stories and all principles as its goal by its end.
[[nodiscard]] StoryGoal story_goal(const Plan& plan, int month);

}  // namespace starling
