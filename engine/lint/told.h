// What a text tells, as far as its words show it.
#pragma once

#include "lint/phrases.h"
#include "lint/spoken.h"

namespace starling {

// In any section.
[[nodiscard]] bool tells(const SpokenStory& story, PhraseList list);
[[nodiscard]] bool tells(const SpokenSection& section, PhraseList list);

// A figure has one before it: in the words of the result, or as a metric with both ends.
[[nodiscard]] bool has_baseline(const Story& story, const SpokenStory& spoken);

}  // namespace starling
