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

// How many complete stories the plan wants, and by the end of which month.
struct StoryGoal {
  int stories = 25;
  int month = 4;
};
// By the plan's last gate that counts stories; the one above where there is none.
[[nodiscard]] StoryGoal story_goal(const Plan& plan);

}  // namespace starling
