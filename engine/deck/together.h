// What only shows when decks stand side by side.
#pragma once

#include <span>
#include <vector>

#include "deck/card.h"
#include "source/source.h"

namespace starling {

// Two decks of one id, a card that needs one which is not there,
// needs that run in a circle. Errors at the card's line.
[[nodiscard]] std::vector<Problem> check_together(std::span<const Deck> decks);

}  // namespace starling
