// What comes before what, and in which week.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "decklint/remarks.h"
#include "decklint/rules.h"

namespace starling {

void check_order(DeckRemarks& remarks) {
  const Deck& deck = remarks.deck();
  const auto in_use = std::ranges::count(deck.cards, false, &Card::retired);
  if (static_cast<std::size_t>(in_use) > kDeckCards)
    remarks.of_deck("deck-too-large", fmt::format("{} cards; a deck of at most {} keeps its changes readable", in_use, kDeckCards));
  std::set<std::string> later;
  for (const Card& card : deck.cards) later.insert(fmt::format("{}/{}", deck.id, card.id));
  for (const Card& card : deck.cards) {
    if (!card.retired)
      for (const std::string& need : card.needs)
        if (later.contains(need)) remarks.of_card(card, "needs-later", fmt::format("it needs '{}', which comes later", need));
    later.erase(fmt::format("{}/{}", deck.id, card.id));
    if (!card.retired && card.week && !deck.weeks.empty() && std::ranges::find(deck.weeks, *card.week) == deck.weeks.end())
      remarks.of_card(card, "week-outside-deck", fmt::format("week {} is not among the weeks of its deck", *card.week));
  }
}

}  // namespace starling
