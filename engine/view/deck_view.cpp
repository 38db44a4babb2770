#include "view/deck_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "decklint/decklint.h"

namespace starling {

namespace {

bool is_due(const Agenda& agenda, const Item& item, const ItemState& state) {
  if (!seen(state)) return false;
  if (agenda.asked(item.id)) return true;
  const auto waits = agenda.waits(item);
  return waits && (waits->why == Why::Minutes || waits->why == Why::ReviewsADay || waits->why == Why::DayOff);
}

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
  std::ranges::move(more, std::back_inserter(problems));
}

// The deck of a text; nothing where it has none. What is wrong with it goes to `problems`.
std::optional<Deck> deck_of(const NamedText& file, const Library& library, std::vector<Problem>& problems) {
  DeckFile read = file.changes ? read_changes(file.text, file.name) : read_deck(file.text, file.name);
  append(problems, std::move(read.problems));
  if (!file.changes || !read.deck) return std::move(read.deck);
  std::optional<Deck> shipped = library.shipped_deck(read.deck->id);
  if (!shipped) {
    problems.push_back({file.name, 1, 1, "", "change-of-nothing", Severity::Warning,
                        "there is no shipped deck '" + read.deck->id + "'"});
    return std::nullopt;
  }
  const FileText text = read_file(library.path_of(*library.deck_head(shipped->id)), kMaxTomlBytes);
  append(problems, check_changes(*shipped, text.text.value_or(""), *read.deck));
  put_own_versions(*shipped, *read.deck);
  return shipped;
}

void add_remarks(std::vector<Problem>& problems, const Deck& deck) {
  append(problems, lint_deck(deck));
  append(problems, check_answers(deck));
}

// Cards of one's own that open behind the last week of the plan: of a deck that was written for a longer one.
void add_unreached(std::vector<Problem>& problems, const Deck& deck, const Library& library) {
  const DeckHead* head = library.deck_head(deck.id);
  if (!library.plan() || (head && Library::is_shipped(*head))) return;
  const int weeks = library.plan()->weeks;
  const auto unlocked = unlock_day(*library.plan(), deck.id);
  const auto warn = [&](int line, const std::string& card, int week) {
    problems.push_back({deck.file, line, 1, card, "week-outside-plan", Severity::Warning,
                        fmt::format("{} opens in week {}, and the plan has {} weeks: {} not asked",
                                    card.empty() ? "the deck" : fmt::format("card '{}'", card), week, weeks,
                                    card.empty() ? "its cards are" : "it is")});
  };
  const auto opens_in = [&](int week) { return week_and_day(opening_day(plan_day(week, 1), deck.weeks, unlocked, weeks)).week; };
  if (const int week = opens_in(first_week(deck.weeks)); week > weeks) return warn(1, "", week);
  for (const Card& card : deck.cards)
    if (const int week = opens_in(card.week.value_or(first_week(deck.weeks))); !card.retired && week > weeks) warn(card.line, card.id, week);
}

std::vector<const Deck*> pointers_to(const std::vector<Deck>& decks) {
  std::vector<const Deck*> list;
  for (const Deck& deck : decks) list.push_back(&deck);
  return list;
}

std::vector<Problem> as_strict_as(Strictness strictness, std::vector<Problem> problems) {
  if (strictness == Strictness::Usual) drop_advice(problems);
  return problems;
}

// A copy under another id, which counts a second time: of a backup, say, that is older than a rename.
void add_same_stories(std::vector<Problem>& problems, const Library& library) {
  std::map<std::string_view, const Story*> by_action;
  for (const Story& story : library.stories()) {
    const std::string& action = story.sections[static_cast<std::size_t>(Section::Action)];
    if (action.empty() || story.draft || story.archived) continue;
    const auto [first, is_new] = by_action.try_emplace(action, &story);
    if (is_new) continue;
    problems.push_back({library.place_of_story(story.id).name, 1, 1, story.id, "same-story", Severity::Warning,
                        fmt::format("its action is that of '{}', word for word, and both count; where they are one, delete one of them",
                                    first->second->id)});
  }
}

}  // namespace

int opening_week(const Standpoint& from, const DeckHead& deck) {
  const int by_week = deck.weeks.empty() ? 1 : *std::ranges::min_element(deck.weeks);
  const auto unlocked = from.timeline.unlocked(deck.id);
  return unlocked ? from.timeline.on(from.timeline.opens_on(*unlocked)).week : by_week;
}

std::vector<DeckRow> deck_rows(const Standpoint& from, const Agenda& agenda) {
  std::map<std::string_view, DeckRow*> by_id;
  std::vector<DeckRow> rows;
  for (const DeckHead& head : from.library.decks()) rows.push_back({head, opening_week(from, head)});
  if (const DeckHead* head = from.library.deck_head(kStoryDeck)) rows.push_back({*head, opening_week(from, *head)});
  for (DeckRow& row : rows) by_id.emplace(row.head.id, &row);
  for (const Item& item : from.library.items()) {
    const auto row = by_id.find(item.id.group());
    if (item.id.kind() != ItemKind::Card || row == by_id.end()) continue;
    if (item.away == Away::Retired || item.away == Away::Draft) continue;
    ++row->second->items;
    const auto state = from.states.find(item.id);
    if (state == from.states.end() || !seen(state->second)) continue;
    ++row->second->seen;
    row->second->due += is_due(agenda, item, state->second) ? 1 : 0;
  }
  return rows;
}

std::vector<CardRow> card_rows(const Deck& deck) {
  std::vector<CardRow> rows;
  for (const Card& card : deck.cards) {
    CardRow& row = rows.emplace_back();
    row.card = &card;
    for (const std::string& schedule : schedules(card))
      if (auto id = ItemId::parse(deck.id + '/' + card.id + schedule)) row.items.push_back(*std::move(id));
  }
  return rows;
}

std::optional<WholeCard> whole_card(const Library& library, std::string_view card) {
  const auto id = ItemId::parse(card);
  const Deck* deck = id && id->kind() == ItemKind::Card ? library.deck(id->group()) : nullptr;
  if (!deck) return std::nullopt;
  for (CardRow& row : card_rows(*deck)) {
    if (row.card->id != name_in_deck(*id)) continue;
    if (!id->schedule().empty() && std::ranges::find(row.items, *id) == row.items.end()) return std::nullopt;
    TextPlace place = library.place_of(row.items.front());
    return WholeCard{deck, row.card, std::move(row.items), std::move(place)};
  }
  return std::nullopt;
}

std::vector<Problem> check_everything(const Library& library, Strictness strictness) {
  std::vector<Problem> problems = with_problems_of_plans(library.problems(), library.all_plans());
  std::vector<const Deck*> decks;
  for (const DeckHead& head : library.decks())
    if (const Deck* deck = library.deck(head.id)) decks.push_back(deck);
  for (const Deck* deck : decks) {
    add_remarks(problems, *deck);
    add_unreached(problems, *deck, library);
  }
  append(problems, lint_decks_together(decks));
  add_same_stories(problems, library);
  return as_strict_as(strictness, std::move(problems));
}

std::vector<Problem> check_decks(std::span<const NamedText> files, const Library& library, Strictness strictness) {
  std::vector<Problem> problems;
  std::vector<Deck> decks;
  std::set<std::string> names;
  std::set<std::string> ids;
  for (const NamedText& file : files) {
    names.insert(file.name);
    std::optional<Deck> read = deck_of(file, library, problems);
    if (!read) continue;
    std::vector<Problem> remarks;
    add_remarks(remarks, *read);
    add_unreached(remarks, *read, library);
    std::erase_if(remarks, [&](const Problem& problem) { return problem.file != file.name; });
    append(problems, std::move(remarks));
    // A deck and its own versions, both asked for, are one.
    const auto same = std::ranges::find(decks, read->id, &Deck::id);
    if (file.changes && same != decks.end())
      *same = *std::move(read);
    else
      decks.push_back(*std::move(read));
    ids.insert(decks.back().id);
  }
  if (files.size() > 1) {
    std::vector<Problem> together = lint_decks_together(pointers_to(decks));
    std::erase_if(together, [&](const Problem& problem) { return !names.contains(problem.file); });
    append(problems, std::move(together));
  }
  for (const DeckHead& head : library.decks())
    if (const Deck* deck = ids.contains(head.id) ? nullptr : library.deck(head.id)) decks.push_back(*deck);
  for (Problem& problem : check_together(decks))
    if (names.contains(problem.file)) problems.push_back(std::move(problem));
  return as_strict_as(strictness, std::move(problems));
}

}  // namespace starling
