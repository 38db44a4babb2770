// A card's question and its answer as text.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "cli/screen.h"
#include "deck/deck.h"
#include "schedule/schedule.h"

namespace starling {

// Front, code with its gap, options or items in the order shown.
[[nodiscard]] std::string question_lines(const Face& face, const Style& style, int width);
// How it is to be answered; empty for most kinds.
[[nodiscard]] std::string answer_hint(const Card& card, const Style& style);
// The verdict where something was typed, then the answer and what explains it.
[[nodiscard]] std::string answer_lines(const Face& face, const std::optional<Checked>& checked, const Style& style,
                                       int width);
// "1 again: 10 min   2 hard: 2 days …", on as many lines as it takes.
[[nodiscard]] std::string grade_lines(const std::array<Outcome, 4>& outcomes, int width);

}  // namespace starling
