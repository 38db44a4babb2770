#include "deck/items.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "deck/face.h"

namespace starling {

namespace {

int first_week(const Deck& deck, const Card& card) {
  if (card.week) return *card.week;
  return deck.weeks.empty() ? 1 : *std::min_element(deck.weeks.begin(), deck.weeks.end());
}

Away away(const Card& card) {
  if (card.retired) return Away::Retired;
  return card.suspended ? Away::Suspended : Away::No;
}

std::vector<ItemId> needs_of(const Card& card) {
  std::vector<ItemId> needs;
  for (const std::string& need : card.needs)
    if (auto id = ItemId::parse(need)) needs.push_back(*std::move(id));
  return needs;
}

}  // namespace

std::vector<Item> items_of(const Deck& deck, std::optional<int> unlocked_day) {
  const KindTraits& kind = traits(ItemKind::Card);
  std::vector<Item> items;
  items.reserve(deck.cards.size());
  for (const Card& card : deck.cards) {
    const int week_begins = plan_day(first_week(deck, card), 1);
    const int opens = std::max(week_begins, unlocked_day.value_or(week_begins));
    for (const std::string& schedule : schedules(card)) {
      auto id = ItemId::parse(fmt::format("{}/{}{}", deck.id, card.id, schedule));
      if (!id || id->kind() != ItemKind::Card) continue;
      items.push_back({*std::move(id), deck.area, opens, needs_of(card), levels_of(card.level), away(card), kind.usual,
                       kind.worth});
    }
  }
  return items;
}

}  // namespace starling
