// The words of a card as the rules see them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.h"

namespace starling {

using FoldedWords = std::vector<std::string>;
[[nodiscard]] FoldedWords folded_words(std::string_view text);
[[nodiscard]] bool has_word(const FoldedWords& words, std::string_view word);
// Without "the", "of", "which" and the like.
[[nodiscard]] std::set<std::string> content_words(std::string_view text);

// What a learner has to say, as prose: the first right form of each gap, each right option. None of numbers, orders, code.
[[nodiscard]] std::vector<std::string> prose_answers(const Card& card);
// What is asked: all gaps of a cloze are open.
[[nodiscard]] std::string asked_text(const Card& card);
// Of the questions that a cloze asks the one with most words.
[[nodiscard]] std::string longest_question(const Card& card);
// Everything that it says, in one text.
[[nodiscard]] std::string whole_text(const Card& card);

[[nodiscard]] bool has_tag(const Card& card, std::string_view tag);

}  // namespace starling
