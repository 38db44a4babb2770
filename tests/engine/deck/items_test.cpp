// What can be asked of a deck, and when it opens.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "cards.h"

using namespace starling;
using namespace starling::testing;

namespace {

Deck deck_of(std::string_view text) {
  DeckFile file = read_deck(text, "d.toml");
  for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
  return std::move(file.deck).value();
}

Card basic(std::string id) {
  Card card;
  card.id = std::move(id);
  card.front = "Question?";
  card.back = "Answer";
  return card;
}

Deck deck_with(Card card) {
  Deck deck;
  deck.id = "d";
  deck.area = "aws";
  deck.cards.push_back(std::move(card));
  return deck;
}

std::vector<std::string> texts(const std::vector<Item>& items) {
  std::vector<std::string> result;
  for (const Item& item : items) result.push_back(item.id.text());
  return result;
}

}  // namespace

TEST_CASE("each schedule of a card can be asked, and no other") {
  const Deck deck = deck_of(deck_text(
      "[[card]]\nid = \"both\"\nkind = \"reversible\"\nfront = \"a\"\nback = \"b\"\n"
      "[[card]]\nid = \"one\"\nkind = \"basic\"\nfront = \"a\"\nback = \"b\"\n"
      "[[card]]\nid = \"gaps\"\nkind = \"cloze\"\ntext = \"{{2::a}} and {{7::b}} and {{2::c}}\"\n"));

  CHECK(texts(items_of(deck, {})) ==
        std::vector<std::string>{"d/both#f", "d/both#r", "d/one", "d/gaps#2", "d/gaps#7"});
}

TEST_CASE("an item carries what a choice of the day has to know of its card") {
  Card card = basic("c");
  card.level = {"L7"};
  card.needs = {"d/first", "other/one"};

  const std::vector<Item> items = items_of(deck_with(card), {});

  REQUIRE(items.size() == 1);
  const Item& item = items[0];
  CHECK(item.id.kind() == ItemKind::Card);
  CHECK(item.id.group() == "d");
  CHECK(item.area == "aws");
  CHECK(item.opens == 0);
  CHECK(item.needs == std::vector<ItemId>{*ItemId::parse("d/first"), *ItemId::parse("other/one")});
  CHECK(item.levels == Levels::L7);
  CHECK(item.away == Away::No);
  CHECK(item.usual == traits(ItemKind::Card).usual);
  CHECK(item.worth == 1);
}

TEST_CASE("a card that its text puts away can be asked of and says so; retired is for good") {
  Card card = basic("c");
  card.suspended = true;
  CHECK(items_of(deck_with(card), {}).at(0).away == Away::Suspended);
  card.retired = true;
  CHECK(items_of(deck_with(card), {}).at(0).away == Away::Retired);
}

TEST_CASE("a card opens with its own week, else with its deck; ahead of it where its own week is earlier, or the plan a shorter one") {
  struct Case {
    std::optional<int> week;
    std::vector<int> weeks;
    std::optional<int> unlocked;
    int opens;
  };
  const std::vector<Case> cases{
      {{}, {}, {}, 0},         {{}, {}, 10, 10},        {{}, {5, 3, 9}, {}, 14}, {{}, {5, 3}, 13, 13},
      {{}, {5, 3}, 15, 15},    {1, {5, 3}, {}, 0},      {1, {5, 3}, 15, 0},      {7, {5, 3}, 15, 42},
      {52, {}, {}, 51 * 7},    {2, {}, 0, 7},         {7, {5, 3}, 10, 10},   {1, {5, 3}, 10, 0},
      {3, {3, 5}, 30, 14},     {5, {3, 5}, 15, 28},      {5, {3, 5}, 30, 30},
  };
  for (const Case& c : cases) {
    Card card = basic("c");
    card.week = c.week;
    Deck deck = deck_with(card);
    deck.weeks = c.weeks;
    CHECK(items_of(deck, c.unlocked).at(0).opens == c.opens);
  }
}

TEST_CASE("what would open behind the last week of a shorter plan opens with its deck") {
  const std::vector<int> weeks{1, 2, 14};
  CHECK(opening_day(plan_day(14, 1), weeks, 15, 12) == 15);
  CHECK(opening_day(plan_day(12, 7), weeks, 15, 12) == plan_day(12, 7));
  CHECK(opening_day(plan_day(14, 1), weeks, 15, 24) == plan_day(14, 1));
  CHECK(opening_day(plan_day(14, 1), weeks, {}, 12) == plan_day(14, 1));  // no plan knows of it
}

TEST_CASE("a deck made by hand gives no item whose id is none") {
  Deck deck = deck_with(basic("fine"));
  deck.cards.push_back(basic("Not Fine"));
  deck.cards.push_back(basic(""));
  deck.cards.push_back(basic(std::string(400, 'x')));
  Card card = basic("needs");
  card.needs = {"nothing", "d/fine"};
  deck.cards.push_back(card);

  const std::vector<Item> items = items_of(deck, {});
  CHECK(texts(items) == std::vector<std::string>{"d/fine", "d/needs"});
  CHECK(items[1].needs.size() == 1);

  deck.id = "story";
  CHECK(items_of(deck, {}).empty());
}

TEST_CASE("a deck may not be called as other items begin, and is told another name") {
  for (const std::string word : {"story", "probe", "question", "problem", "exercise", "memory"}) {
    const DeckFile file = read_deck("[deck]\n\nid = \"" + word + "\"\n\n" + card_text("basic", "front = 'a'\nback = 'b'"),
                                    "d.toml");
    CAPTURE(word);
    CHECK_FALSE(file.deck.has_value());
    REQUIRE(rules(file.problems) == std::vector<std::string>{"reserved-id"});
    CHECK(file.problems[0].severity == Severity::Error);
    CHECK(file.problems[0].line == 3);
    CHECK(file.problems[0].text.find("'" + word + "-cards'") != std::string::npos);
    CHECK(read_deck("[deck]\nid = \"" + word + "-cards\"\n", "d.toml").deck.has_value());
  }
  CHECK(read_deck("[deck]\nid = \"card\"\n", "d.toml").problems.empty());
}

TEST_CASE("a card whose id is too long beside its deck's is left out and says so") {
  const std::string long_id(390, 'x');
  const auto read = [&](std::string_view deck) {
    return read_deck(fmt::format("[deck]\nid = \"{}\"\n[[card]]\nid = \"{}\"\nkind = \"cloze\"\ntext = \"{{{{99::a}}}}\"\n",
                                 deck, long_id),
                     "d.toml");
  };
  CHECK(items_of(read("six-ok").deck.value(), {}).size() == 1);
  CHECK(rules(read("seven-x").problems) == std::vector<std::string>{"long-id"});
  CHECK(read("seven-x").deck.value().cards.empty());
}

TEST_CASE("every schedule of the shipped decks is an item, each once") {
  std::vector<std::string> all;
  std::size_t schedules_there = 0;
  for (const ListedFile& listed : list_files(std::string(STARLING_SOURCE_ROOT) + "/decks/cards", ".toml")) {
    const Deck deck = deck_of(read_file(listed.path, kMaxTomlBytes).value());
    for (const Card& card : deck.cards) schedules_there += schedules(card).size();
    for (const std::string& text : texts(items_of(deck, 3))) all.push_back(text);
  }
  CHECK(all.size() == schedules_there);
  CHECK(all.size() > 250);
  std::ranges::sort(all);
  CHECK(std::ranges::adjacent_find(all) == all.end());
}
