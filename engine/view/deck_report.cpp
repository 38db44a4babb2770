#include "view/deck_report.h"

#include <iterator>
#include <ranges>

#include "text/text.h"
#include "view/deck_view.h"

namespace starling {

std::vector<StaleCard> all_stale_cards(const Library& library, Day today, int days) {
  std::vector<StaleCard> all;
  for (const DeckHead& head : library.decks())
    if (const Deck* deck = library.deck(head.id)) std::ranges::move(stale_cards(*deck, today, days), std::back_inserter(all));
  return all;
}

std::vector<CardSide> sides_of(const Card& card) {
  std::vector<CardSide> sides;
  for (const std::string& schedule : schedules(card)) {
    const Face shown = face(card, schedule, Seed{0});
    sides.push_back({without_emphasis(shown.front), shown.code ? std::optional(shown.code_front) : std::nullopt, without_emphasis(shown.back)});
  }
  return sides;
}

std::vector<FlaggedCard> flagged_card_rows(const Standpoint& from, const std::map<std::string, std::vector<CardFlag>>& flags) {
  std::vector<FlaggedCard> rows;
  for (const auto& [id, of_card] : flags) {
    FlaggedCard& row = rows.emplace_back();
    row.id = id;
    row.flags = of_card;
    row.times = times_flagged(of_card);
    const auto whole = whole_card(from.library, id);
    if (!whole) continue;
    row.deck = whole->deck;
    row.card = whole->card;
    row.file = whole->place.name;
    row.line = whole->place.line;
    row.sides = sides_of(*whole->card);
    for (const ItemId& item : whole->items)
      if (const auto state = from.states.find(item); state != from.states.end()) row.suspended = row.suspended || state->second.suspended;
  }
  return rows;
}

}  // namespace starling
