#include "cli/queue_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kKinds{"card", "story"};

constexpr Option<Name> kDeck{"--deck", "DECK", "only cards of this deck", {Offer::From::Decks}};
constexpr Option<Name> kTag{"--tag", "TAG", "only cards with this tag", {Offer::From::Tags}};
constexpr Option<Choices<std::string_view>> kKind{
    "--kind", "KINDS", "card (the default), story, or both: card,story", {{kKinds}}};
constexpr Option<Whole> kLimit{"--limit", "N", "at most so many items", {1, 100000}};
constexpr Option<Whole> kAhead{"--ahead", "DAYS", "also what is due within so many days", {0, 3650}};

void check_deck(const std::string& deck, const Library& library) {
  if (library.deck_head(deck)) return;
  std::vector<std::string> ids;
  for (const DeckHead& head : library.decks()) ids.push_back(head.id);
  throw UsageError(fmt::format("there is no deck '{}'{}", deck, did_you_mean(deck, ids)));
}

bool has_tag(const Card& card, const std::string& tag) { return std::ranges::find(card.tags, tag) != card.tags.end(); }

void check_tag(const std::string& tag, const Library& library) {
  std::set<std::string> tags;
  for (const DeckHead& head : library.decks())
    for (const Card& card : library.deck(head.id)->cards) tags.insert(card.tags.begin(), card.tags.end());
  if (!tags.contains(tag))
    throw UsageError(fmt::format("no card has the tag '{}'{}", tag, did_you_mean(tag, {tags.begin(), tags.end()})));
}

}  // namespace

constexpr Option<Real> kMinutes{"--minutes", "M", "in place of the day's minutes", {0.1, 1440}};

std::vector<const Parameter*> queue_options() { return {&kDeck, &kTag, &kKind, &kMinutes, &kLimit, &kAhead}; }

Kinds kinds_from(const Arguments& arguments) {
  const auto given = arguments.value(kKind);
  if (!given) return {};
  return {std::ranges::count(*given, "card") > 0, std::ranges::count(*given, "story") > 0};
}

Wish wish_from(const Arguments& arguments, const Library& library) {
  Wish wish;
  wish.minutes = arguments.value(kMinutes);
  wish.limit = arguments.value(kLimit);
  wish.ahead_days = arguments.value(kAhead).value_or(0);
  const std::string deck = arguments.value(kDeck).value_or("");
  const std::string tag = arguments.value(kTag).value_or("");
  if (!deck.empty()) check_deck(deck, library);
  if (!tag.empty()) check_tag(tag, library);
  if (!deck.empty() || !tag.empty())
    wish.wanted = [deck, tag, &library](const Item& item) {
      if (item.id.kind() != ItemKind::Card) return true;
      return (deck.empty() || item.id.group() == deck) && (tag.empty() || has_tag(library.card(item.id), tag));
    };
  return wish;
}

}  // namespace starling
