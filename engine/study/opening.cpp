#include "study/opening.h"

#include <fmt/format.h>

#include <algorithm>

namespace starling {

namespace {

constexpr ItemState kUnseen{};

int first_week(const Deck& deck, const Card& card) {
  if (card.week) return *card.week;
  return deck.weeks.empty() ? 1 : *std::min_element(deck.weeks.begin(), deck.weeks.end());
}

}  // namespace

const ItemState& state_of(const ItemStates& states, const std::string& item) {
  const auto found = states.find(item);
  return found == states.end() ? kUnseen : found->second;
}

std::string_view card_of(std::string_view item) { return item.substr(0, item.find('#')); }

int opening(const std::optional<int>& unlocked, const Deck& deck, const Card& card) {
  const int week_begins = (first_week(deck, card) - 1) * 7;
  return std::max(week_begins, unlocked.value_or(week_begins));
}

bool level_fits(const Card& card, const std::string& level) {
  return card.level.empty() || std::find(card.level.begin(), card.level.end(), level) != card.level.end();
}

bool Met::known(const std::string& card) const {
  if (queued_.contains(card)) return true;
  for (auto it = states_.lower_bound(card); it != states_.end() && card_of(it->first) == card; ++it)
    if (seen(it->second) || it->second.suspended) return true;
  if (away_.empty()) list_away();
  return away_.contains(card);
}

void Met::list_away() const {
  away_.insert("");
  for (const Deck& deck : library_.decks)
    for (const Card& card : deck.cards)
      if (card.retired || card.suspended) away_.insert(deck.id + '/' + card.id);
}

const std::string* lacking(const Card& card, const Met& met) {
  const auto need = std::find_if(card.needs.begin(), card.needs.end(), [&](const auto& n) { return !met.known(n); });
  return need == card.needs.end() ? nullptr : &*need;
}

std::string locked_because(const Library& library, const ItemStates& states, const Settings& settings,
                           const QueueDay& day, const CardItem& item) {
  const Card& card = library.card(item);
  const Deck& deck = library.decks[item.deck];
  if (card.retired) return "the card is retired";
  if (!level_fits(card, settings.level)) return fmt::format("the card is for {} only", card.level.front());
  const auto unlocked = library.plan ? unlock_offset(*library.plan, deck.id) : std::nullopt;
  const int opens = opening(unlocked, deck, card);
  if (opens > day.plan_offset) return fmt::format("it opens in week {}, day {}", opens / 7 + 1, opens % 7 + 1);
  const Met met(library, states);
  if (const std::string* need = lacking(card, met)) return fmt::format("it needs {} first", *need);
  return "";
}

}  // namespace starling
