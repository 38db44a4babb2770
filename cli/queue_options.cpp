#include "cli/queue_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "cli/open_study.h"
#include "cli/screen.h"
#include "cli/unread.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 5> kKinds{"card", "story", "probe", "problem", "exercise"};

constexpr Option<Name> kDeck{"--deck", "DECK", "only cards of this deck; again for more", {Offer::From::Decks}};
constexpr Option<Name> kTag{"--tag", "TAG", "only cards with this tag", {Offer::From::Tags}};
constexpr Option<Choices<std::string_view>> kKind{
    "--kind", "KINDS", "card, story, probe, problem, exercise; several by commas", {{kKinds}}};
constexpr Option<Whole> kLimit{"--limit", "N", "at most so many items", {1, 100000}};
constexpr Option<Whole> kAhead{"--ahead", "DAYS", "also what is due, or opens, within so many days", {0, 3650}};
constexpr Option<Whole> kNew{"--new", "N", "so many new cards more than the day's number", {1, 1000}};

void check_deck(const std::string& deck, const Library& library) {
  if (library.deck_head(deck)) return;
  refuse_unread_item(library, deck);
  throw UsageError(fmt::format("there is no deck '{}'{}", deck, did_you_mean(deck, deck_ids(library))));
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

std::vector<const Parameter*> queue_options() { return {&kDeck, &kTag, &kKind, &kMinutes, &kLimit, &kNew, &kAhead}; }

Arguments of_decks(Arguments arguments, const std::vector<std::string>& decks) {
  for (const std::string& deck : decks) arguments.give(kDeck, deck);
  return arguments;
}

Kinds kinds_from(const Arguments& arguments) {
  const auto given = arguments.value(kKind);
  if (!given) return {};
  const auto stories = std::ranges::count(*given, "story");
  return {static_cast<std::ptrdiff_t>(given->size()) > stories, stories > 0};
}

Wish wish_from(const Arguments& arguments, const Library& library) {
  Wish wish;
  wish.minutes = arguments.value(kMinutes);
  wish.limit = arguments.value(kLimit);
  wish.fresh = arguments.value(kNew).value_or(0);
  wish.ahead_days = arguments.value(kAhead).value_or(0);
  const std::vector<std::string> decks = arguments.values(kDeck);
  const std::string tag = arguments.value(kTag).value_or("");
  for (const std::string& deck : decks) check_deck(deck, library);
  if (!tag.empty()) check_tag(tag, library);
  const auto given = arguments.value(kKind);
  const std::vector<std::string_view> kinds = given ? std::vector<std::string_view>(given->begin(), given->end()) : std::vector<std::string_view>();
  if (!decks.empty() || !tag.empty() || given)
    wish.wanted = [decks, tag, kinds, &library](const Item& item) {
      const ItemKind kind = item.id.kind();
      if (kind == ItemKind::Story) return true;
      if (!kinds.empty() && std::ranges::find(kinds, to_string(kind)) == kinds.end()) return false;
      if (kind != ItemKind::Card) return decks.empty() && tag.empty();
      return (decks.empty() || std::ranges::find(decks, item.id.group()) != decks.end()) && (tag.empty() || has_tag(library.card(item.id), tag));
    };
  return wish;
}

namespace {

std::string command_for(const More& more, std::string_view command, const NoQuestion& none, const Arguments& arguments) {
  const std::string home = arguments.home ? " --home " + *arguments.home : "";
  if (more.why == Why::ReviewsADay)
    return fmt::format("starling config review.reviews_per_day {}{}", none.reviews_per_day + none.deferred, home);
  std::string line = fmt::format("starling {}", command);
  for (const std::string& deck : arguments.values(kDeck)) line += " --deck " + deck;
  if (const auto tag = arguments.value(kTag)) line += " --tag " + *tag;
  if (const auto kinds = arguments.value(kKind)) line += fmt::format(" --kind {}", fmt::join(*kinds, ","));
  if (more.minutes > 0) line += fmt::format(" --minutes {}", more.minutes);
  if (more.fresh > 0) line += fmt::format(" --new {}", more.fresh);
  if (more.ahead_days > 0) line += fmt::format(" --ahead {}", more.ahead_days);
  if (arguments.date) line += " --date " + to_string(arguments.date->day);
  return line + home;
}

}  // namespace

std::string no_question_lines(const NoQuestion& none, std::string_view command, const Arguments& arguments, int width) {
  if (!none.more) return paragraph(sentence_of(none), width);
  return paragraph(lead_of(none), width) + "  " + command_for(*none.more, command, none, arguments) + "\n";
}

}  // namespace starling
