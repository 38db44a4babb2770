// One story as lists and pages show it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "history/history.h"
#include "story/story.h"
#include "view/standpoint.h"

namespace starling {

struct StoryView {
  const Story* story = nullptr;  // of the library
  ItemState state;               // its reviews are tellings
  std::vector<std::string> missing;
  std::optional<double> quality;
  std::array<int, kSectionCount> words{};  // of each section
  int estimated_seconds = 0;
  int target_seconds = 0;
};
[[nodiscard]] StoryView story_view(const Standpoint& from, const Story& story);

// "complete", "draft", "unfinished" or "archived".
[[nodiscard]] std::string state_word(const StoryView& view);
// "not told yet", "3 tellings, last on …, next on …".
[[nodiscard]] std::string tellings_of(const StoryView& view);

// The principle whose gap is worst, for a story that names none.
[[nodiscard]] std::size_t neediest_principle(const Standpoint& from);

}  // namespace starling
