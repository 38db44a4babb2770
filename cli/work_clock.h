// Work with a clock beside it: a text to look at, and the time since it was opened, pauses left out.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "cli/screen.h"
#include "cli/world.h"

namespace starling {

struct ClockedWork {
  std::string title;
  std::function<std::string(const Style&, int width)> text;
  int minutes = 0;                 // that it should take; 0: not said
  std::vector<std::string> pages;  // addresses that it is worked at; 'o' opens the next of them
};
struct Worked {
  std::chrono::milliseconds took{};
  bool finished = false;  // not left before its end
};
// There is a terminal; by keys where it can move, else line by line.
[[nodiscard]] Worked work_by_clock(const ClockedWork& work, World& world);
// Shows a text to read until the learner goes on. False when they leave.
[[nodiscard]] bool read_through(const ClockedWork& work, World& world);

// Whole minutes, at least one.
[[nodiscard]] int whole_minutes(std::chrono::milliseconds took);

}  // namespace starling
