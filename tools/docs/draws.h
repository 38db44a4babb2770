// docs/draws.toml: what one who read a hundred cards, drawn blind, found in them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "deck/deck.h"
#include "source/source.h"

namespace starling {

// One thing wrong with one card of a draw.
struct DrawFault {
  std::string bar;  // the id of one of the bars
  std::string card;  // "deck/card"
  std::string mended;  // what was done about it
};
struct CardDraw {
  std::int64_t seed = 0;  // of `tools/draw_cards`
  std::optional<Day> day;
  std::vector<std::string> cards;  // "deck/card", as drawn
  std::vector<DrawFault> faults;
  std::string after;  // what was done beyond the cards at fault; may be empty
  int line = 1;
};
struct CardDraws {
  std::vector<CardDraw> draws;
  std::vector<Problem> problems;
};
[[nodiscard]] CardDraws read_card_draws(std::string_view text, std::string_view file);

// A section of docs/decks.md; nothing without draws. Throws where a draw names a card that no deck has.
[[nodiscard]] std::string draws_section(std::span<const Deck> decks, std::span<const CardDraw> draws);

}  // namespace starling
