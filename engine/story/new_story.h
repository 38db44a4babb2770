// The text of a story that is still to be written.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "story/star.h"

namespace starling {

// What is known of it already; what is empty is left to be written.
struct NewStory {
  std::string id;     // kebab-case
  std::string title;  // in it a control character becomes a blank; nothing but blanks: the id
  std::optional<std::size_t> principle{};  // none: its place is there as a comment
  std::string level{};                     // "L6", "L7"
  int target_seconds = kStandardVariant;   // from kShortestTelling to kLongestTelling
  std::string when{};
  std::string role{};
  int teams = 0;
  int people = 0;
  std::optional<StoryMetric> metric{};
  std::string from_win{};
  std::array<std::string, kSectionCount> sections{};
};
// A new story file with its headings filled in and `draft = true`, which read_story reads without an error. Of a section
// with marks that cannot be read the braces are set apart.
[[nodiscard]] std::string new_story_text(const NewStory& story);

}  // namespace starling
