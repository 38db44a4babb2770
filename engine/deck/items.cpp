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

int opening_day(int day, const std::vector<int>& deck_weeks, std::optional<int> unlocked_day, int plan_weeks) {
  if (!unlocked_day) return day;
  if (day >= plan_day(plan_weeks + 1, 1)) return *unlocked_day;
  const int opened = week_and_day(*unlocked_day).week;
  if (std::ranges::find(deck_weeks, opened) != deck_weeks.end())
    return week_and_day(day).week == opened ? std::max(day, *unlocked_day) : day;
  const int deck_begins = plan_day(first_week(deck_weeks), 1);
  if (*unlocked_day < deck_begins) return std::min(day, *unlocked_day);
  return day < deck_begins ? day : std::max(day, *unlocked_day);
}

std::vector<Item> items_of(const Deck& deck, std::optional<int> unlocked_day) {
  const KindTraits& kind = traits(ItemKind::Card);
  std::vector<Item> items;
  items.reserve(deck.cards.size());
  const int deck_begins = first_week(deck.weeks);
  for (const Card& card : deck.cards) {
    const int week_begins = plan_day(card.week.value_or(deck_begins), 1);
    const int opens = opening_day(week_begins, deck.weeks, unlocked_day);
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
