// What of a story is to be known by heart beside its figures: how it begins, and what was done, step by step.
#pragma once

#include <string>
#include <vector>

#include "story/star.h"

namespace starling {

// The first sentence of the situation, of an introduction that of its text, on one line. Empty where nothing is written.
[[nodiscard]] std::string opening_of(const Story& story);

inline constexpr std::size_t kMostBeats = 6;
// The action in its order, each step on one line: its paragraphs where there are three or more. Else a step begins with
// each sentence in which the teller says "I", and what others do belongs to the step before; a text without "I" is taken
// sentence by sentence. Where that is more than kMostBeats, neighbours are joined evenly. Nothing of an introduction.
[[nodiscard]] std::vector<std::string> beats_of(const Story& story);

}  // namespace starling
