// docs/decks.md and decks/README.md, from the shipped decks and the rules for them.
#pragma once

#include <span>
#include <string>

#include "deck/deck.h"
#include "tools/docs/draws.h"
#include "tools/docs/readings.h"

namespace starling {

// Throws where a reading is of a deck that is not there, or a draw names a card that is not.
[[nodiscard]] std::string decks_page(std::span<const Deck> decks, std::span<const DeckReading> readings,
                                     std::span<const CardDraw> draws);
// For whoever opens the folder.
[[nodiscard]] std::string decks_readme(std::span<const Deck> decks);

}  // namespace starling
