// What can be asked of a deck: one item for each schedule of each card.
#pragma once

#include <optional>
#include <vector>

#include "deck/card.h"
#include "item/item.h"

namespace starling {

// In the order of the cards and of their schedules. `unlocked_day` is the day of the plan, from 0, that opens the deck,
// where one does. A card opens then or with the first day of its own week, else of its deck's first one, whichever is
// later. Nothing comes of a card or a need whose id is none.
[[nodiscard]] std::vector<Item> items_of(const Deck& deck, std::optional<int> unlocked_day);

}  // namespace starling
