// What can be asked of a deck: one item for each schedule of each card.
#pragma once

#include <optional>
#include <vector>

#include "deck/card.h"
#include "item/item.h"

namespace starling {

// In the order of the cards and of their schedules. `unlocked_day` is the day of the plan, from 0, that opens the deck,
// where one does. A card opens with the first day of its own week, else of its deck's first one. Where that is the week in
// which the plan opens the deck, it opens on that day. A plan that opens the deck in none of its weeks moves it: what would
// open before waits for that day, and a plan with fewer weeks opens all of it then. Nothing comes of a card or a need whose
// id is none.
[[nodiscard]] std::vector<Item> items_of(const Deck& deck, std::optional<int> unlocked_day);

// The rule of opening for a card that opens on `day` where nothing opens its deck, which is of these weeks. What would open
// behind the last of the plan's weeks opens with its deck, where the plan opens that.
[[nodiscard]] int opening_day(int day, const std::vector<int>& deck_weeks, std::optional<int> unlocked_day,
                              int plan_weeks = kLastCardWeek);
// Of a deck; 1 where it says none.
[[nodiscard]] int first_week(const std::vector<int>& weeks);

}  // namespace starling
