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

}  // namespace starling
