// The screen of one card in a sitting, from values.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "cli/screen.h"
#include "cli/screen/card.h"
#include "cli/screen/frame.h"

namespace starling {

// What the head counts of the cards that are left.
struct CardsLeft {
  int fresh = 0;
  int learning = 0;
  int due = 0;
  double minutes = 0;
};
[[nodiscard]] CardsLeft cards_left(const Agenda& agenda);
// "new 12 · learning 6 · due 31 · 14 min"
[[nodiscard]] std::string counts_line(const CardsLeft& left);

struct CardScreen {
  const Card& card;
  const Face& face;
  const DeckHead& deck;
  const ItemId& item;
  CardsLeft left;
  std::array<Outcome, 4> outcomes;
  std::string remark;  // of what was done before, below the head until the answer is there
  std::string info;    // why this card now; empty unless asked for
  std::string note;    // for a moment, in place of the keys
  bool typing = false;
  bool answered = false;
  std::optional<GivenAnswer> given;
  std::string as_of = {};  // of a quota, see as_of_line; stands behind the answer
};

// Before the answer nothing names the deck, the card or its neighbours: they often are the answer. Where all of it does
// not fit into `rows`, as many blank lines as it takes go first, and the line of the keys last.
[[nodiscard]] Frame card_frame(const CardScreen& screen, const Style& style, int width, int rows);

// The first line of the body, from 0, that the screen of the answer has and that of the question had not.
[[nodiscard]] int first_line_of_answer(const Frame& question, const Frame& answer);

// Of a key that means nothing.
inline constexpr std::string_view kKeysRemark = "? shows the keys";

// The keys of a sitting.
[[nodiscard]] Frame key_frame(const Style& style, int width);

}  // namespace starling
