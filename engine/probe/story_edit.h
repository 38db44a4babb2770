// Follow-ups put into the text of a story, so that every other byte stays: comments, order, everything else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "story/story.h"

namespace starling {

struct FollowUpEdit {
  std::optional<std::size_t> at;  // the follow-up of the story whose place it takes; nothing: a new one behind the last
  FollowUp followup;              // its texts are of one line each
};
struct StoryEdit {
  std::string text;   // as it was where something is wrong
  std::string wrong;  // why it cannot be done, in words
};
// The text reads back as the same story with those follow-ups, or nothing is changed: a text that is no story, follow-ups
// that are not written as [[followup]] blocks, a text that would be taken away, a number that is taken.
[[nodiscard]] StoryEdit with_followups(std::string_view text, std::string_view file, std::span<const FollowUpEdit> edits);

// A follow-up as it is written, a block with a line a key.
[[nodiscard]] std::string followup_block(const FollowUp& followup, std::string_view newline = "\n");

// The line of the follow-up with that number, from 1; nothing where the text has none.
[[nodiscard]] std::optional<int> line_of_probe(std::string_view text, int number);

}  // namespace starling
