// The follow-up questions that a story invites: those that any story has to stand, those that its words ask for, and those
// of its principles. The same story gives the same questions in the same order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/story.h"

namespace starling {

struct ProbeQuestion {
  std::string ask;
  Layer layer = Layer::Context;
  std::string_view rule;  // that made it: "figure", "ownership", "generic-cost"
  std::string from;       // words of the story that made it, as they are written, white space single; empty: any story
  std::optional<std::size_t> principle;  // of one of the story's principles
};

// By layers; in a layer what the text asks for, then of the principles, then what is asked of any story. None of an
// introduction, which nobody probes.
[[nodiscard]] std::vector<ProbeQuestion> probe_questions(const Story& story);
[[nodiscard]] bool is_generic(const ProbeQuestion& question);

// Whether the story's text, told at whatever length, still has these words: case, accents and punctuation make no
// difference, white space is single. Empty words are always there.
[[nodiscard]] bool still_says(const Story& story, std::string_view words);

}  // namespace starling
