// What can be asked of a deck: one item for each schedule of each card.
#pragma once

#include <optional>
#include <vector>

#include "deck/card.h"
#include "item/item.h"

namespace starling {

// In the order of the cards and of their schedules. `unlocked_day` is the day of the plan, from 0, that opens the deck,
// where one does. A card opens then or with the first day of its own week, else of its deck's first one, whichever is
// later; one whose own week lies before the weeks of its deck opens with that week. A plan that opens the deck before its
// weeks, since it has fewer, opens all of it then. Nothing comes of a card or a need whose id is none.
[[nodiscard]] std::vector<Item> items_of(const Deck& deck, std::optional<int> unlocked_day);

// The rule of opening for a card that opens on `day` where nothing opens its deck, whose first week is `deck_week`.
[[nodiscard]] int opening_day(int day, int deck_week, std::optional<int> unlocked_day);
[[nodiscard]] int first_week(const std::vector<int>& weeks);

}  // namespace starling
