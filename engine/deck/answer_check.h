// [[check]]: what a deck says of answers that somebody may type, and whether it is so.
#pragma once

#include <optional>
#include <vector>

#include "deck/card.h"
#include "source/source.h"

namespace starling {

// One [[check]] of a deck whose cards are read; nothing where it has a mistake.
[[nodiscard]] std::optional<AnswerCheck> read_answer_check(const TomlTable& table, Findings& findings, const Deck& deck);

// Types in all that the deck lists: errors at each answer whose verdict is another.
[[nodiscard]] std::vector<Problem> check_answers(const Deck& deck);

}  // namespace starling
