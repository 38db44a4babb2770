#include "deck/items.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "deck/face.h"

namespace starling {

namespace {

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

int first_week(const std::vector<int>& weeks) { return weeks.empty() ? 1 : *std::ranges::min_element(weeks); }

int opening_day(int day, int deck_week, std::optional<int> unlocked_day) {
  const int deck_begins = plan_day(deck_week, 1);
  if (unlocked_day && *unlocked_day < deck_begins) return std::min(day, *unlocked_day);
  if (day < deck_begins) return day;
  return std::max(day, unlocked_day.value_or(day));
}

std::vector<Item> items_of(const Deck& deck, std::optional<int> unlocked_day) {
  const KindTraits& kind = traits(ItemKind::Card);
  std::vector<Item> items;
  items.reserve(deck.cards.size());
  const int deck_begins = first_week(deck.weeks);
  for (const Card& card : deck.cards) {
    const int week_begins = plan_day(card.week.value_or(deck_begins), 1);
    const int opens = opening_day(week_begins, deck_begins, unlocked_day);
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
