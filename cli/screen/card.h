// A card's question and its answer as text.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/screen.h"
#include "deck/deck.h"
#include "schedule/schedule.h"
#include "view/view.h"

namespace starling {

// What was typed or chosen, and what came of it.
struct GivenAnswer {
  std::string text;
  Checked checked;
};
// Nothing: what was given does not match, and only the learner can say why. Good where nothing was given.
[[nodiscard]] std::optional<Grade> proposed_grade(const std::optional<GivenAnswer>& given);

// Said of Space and Enter where that is nothing.
inline constexpr std::string_view kNothingProposed = "Nothing is proposed: grade it, 1 to 4.";

// "Leadership" of "lp", as far as that says nothing of the answer; empty for areas without a name.
[[nodiscard]] std::string area_title(std::string_view area, const Face& face);

// Front, code with its gap, options or items in the order shown. Nothing else of the card: see answered_lines.
[[nodiscard]] std::string question_lines(const Face& face, const Style& style, int width);
// How it is to be answered; empty for most kinds.
[[nodiscard]] std::string answer_hint(const Card& card);
// The verdict where something was given, then the answer and what explains it: what follows the question.
[[nodiscard]] std::string answer_lines(const Card& card, const Face& face, const std::optional<GivenAnswer>& given,
                                       const Style& style, int width);
// The question and the answer in its place: gaps filled, options marked, the verdict, and what explains the answer.
[[nodiscard]] std::string answered_lines(const Card& card, const Face& face, const std::optional<GivenAnswer>& given,
                                         const Style& style, int width);
// Where a card comes from, for beside its answer: the item, the deck's title, tags.
[[nodiscard]] std::string source_line(const DeckHead& deck, const Card& card, const ItemId& item);
// "as of 2026-11", and that it is time to look it up again; for beside the answer of a quota.
[[nodiscard]] std::string as_of_line(Day as_of, Day today);
// "1 again: 10 min   2 hard: 2 days …", on as many lines as it takes; `proposed` stands out.
[[nodiscard]] std::string grade_lines(const std::array<Outcome, 4>& outcomes, std::optional<Grade> proposed,
                                      const Style& style, int width);

}  // namespace starling
