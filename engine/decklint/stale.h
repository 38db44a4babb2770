// Facts that were looked up long ago.
#pragma once

#include <optional>
#include <vector>

#include "deck/deck.h"

namespace starling {

// Days for which a quota is taken as it was looked up.
inline constexpr int kQuotaDays = 180;

// A card that says when it was looked up, or is tagged quota and its deck does.
struct StaleCard {
  const Deck* deck = nullptr;
  const Card* card = nullptr;
  Day as_of{};
  int days = 0;  // until today
};
// Those of the deck that are older than `days`, oldest first.
[[nodiscard]] std::vector<StaleCard> stale_cards(const Deck& deck, Day today, int days);

// When what a card tagged quota says was looked up; nothing for other cards.
[[nodiscard]] std::optional<Day> quota_date(const Deck& deck, const Card& card);

}  // namespace starling
