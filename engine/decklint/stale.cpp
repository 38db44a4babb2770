#include "decklint/stale.h"

#include <algorithm>

#include "decklint/card_words.h"

namespace starling {

std::optional<Day> quota_date(const Deck& deck, const Card& card) {
  if (!has_tag(card, "quota")) return std::nullopt;
  return card.as_of ? card.as_of : deck.as_of;
}

std::vector<StaleCard> stale_cards(const Deck& deck, Day today, int days) {
  std::vector<StaleCard> stale;
  for (const Card& card : deck.cards) {
    if (card.retired) continue;
    const auto dated = card.as_of ? card.as_of : quota_date(deck, card);
    if (!dated) continue;
    const int old = days_between(*dated, today);
    if (old > days) stale.push_back({&deck, &card, *dated, old});
  }
  std::ranges::stable_sort(stale, {}, &StaleCard::as_of);
  return stale;
}

}  // namespace starling
