// Stories that a learner of the tests writes: fictional, marked so, of every principle.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "calendar/calendar.h"

namespace starling::test {

struct MadeStory {
  std::string id;
  std::string title;
  std::size_t primary = 0;  // positions in the official order
  std::size_t second = 0;
  std::size_t third = 0;
  enum class State { None, Draft, Whole };
  State state = State::None;
};

// 25: every principle is the primary one of a story, and a second or third one of two others.
[[nodiscard]] std::vector<MadeStory> made_stories();
// All sections, all scores, a revision on `day`.
[[nodiscard]] std::string whole_text(const MadeStory& story, Day day);

}  // namespace starling::test
