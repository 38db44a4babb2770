#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cards.h"

namespace starling {

using testing::card;
using testing::deck_text;
using testing::read_card;
using testing::rules;

namespace {

using Rules = std::vector<std::string>;

const std::string kGoodCard = testing::card_text("basic", "front = \"Why?\"\nback = \"So.\"");

std::string numbered_card(int number, std::string_view keys) {
  return fmt::format("[[card]]\nid = \"c{}\"\nkind = \"basic\"\nfront = \"f\"\nback = \"b\"\n{}\n", number, keys);
}

}  // namespace

TEST_CASE("the sample deck has twenty cards of all nine kinds and nothing wrong with it") {
  const std::string path = std::string(STARLING_TEST_FILES) + "/deck/sample-deck.toml";
  const auto text = read_file(path, kMaxTomlBytes);
  REQUIRE(text);
  const DeckFile file = read_deck(*text, path);
  CHECK(file.problems.empty());
  REQUIRE(file.deck);
  CHECK(file.deck->cards.size() == 20);
  CHECK(file.deck->id == "sample-mixed");
  CHECK(file.deck->weeks == std::vector<int>{2, 5, 6, 7});
  CHECK(file.deck->as_of == parse_day("2026-11-22"));
  for (int kind = 0; kind < 9; ++kind)
    CHECK(std::any_of(file.deck->cards.begin(), file.deck->cards.end(),
                      [&](const Card& c) { return c.kind == static_cast<CardKind>(kind); }));
  const Card& fencing = file.deck->cards[7];
  CHECK(fencing.id == "fencing-scenario");
  CHECK(fencing.line == 84);
  CHECK(fencing.level == Rules{"L6", "L7"});
  CHECK_FALSE(fencing.week);
  CHECK(fencing.difficulty == 4);
}

TEST_CASE("every shipped deck is free of mistakes, also side by side") {
  const auto files = list_files(std::string(STARLING_SOURCE_ROOT) + "/decks/cards", ".toml");
  REQUIRE_FALSE(files.empty());
  std::vector<Deck> decks;
  for (const ListedFile& listed : files) {
    const std::string name = listed.path.filename().string();
    const DeckFile file = read_deck(read_file(listed.path, kMaxTomlBytes).value(), name);
    for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
    REQUIRE(file.deck);
    decks.push_back(*file.deck);
  }
  for (const Problem& problem : check_together(decks)) FAIL_CHECK(to_line(problem));
}

TEST_CASE("the number of a shipped card is right where it is typed, with its unit and without") {
  for (const ListedFile& listed : list_files(std::string(STARLING_SOURCE_ROOT) + "/decks/cards", ".toml")) {
    const DeckFile file = read_deck(read_file(listed.path, kMaxTomlBytes).value(), listed.path.filename().string());
    REQUIRE(file.deck);
    for (const Card& card : file.deck->cards) {
      if (card.kind != CardKind::Number) continue;
      const Face shown = face(card, "", Seed{1});
      const std::string number = fmt::format("{:.12g}", card.number);
      for (const std::string& typed : {number, number + " " + card.unit})
        CHECK_MESSAGE((card.ask_unit || check_answer(card, shown, typed).verdict == Verdict::Right), file.deck->id << "/" << card.id << ": " << typed);
    }
  }
}

TEST_CASE("a card keeps all that its table says") {
  const Card c = card("number", R"(front = "How many?"
answer = 63.5
unit = "%"
tolerance = 3
factor = 2
back = "because"
tags = ["a", "b"]
level = ["L7"]
difficulty = 5
week = 52
source = "a paper"
as_of = 2026-11-22
needs = ["x", "other/y"]
retired = true
suspended = true)");
  CHECK(c.number == 63.5);
  CHECK(c.unit == "%");
  CHECK(c.tolerance == 3.0);
  CHECK(c.factor == 2.0);
  CHECK(c.tags == Rules{"a", "b"});
  CHECK(c.level == Rules{"L7"});
  CHECK(c.week == 52);
  CHECK(c.as_of == parse_day("2026-11-22"));
  CHECK(c.needs == Rules{"d/x", "other/y"});
  CHECK(c.retired);
  CHECK(c.suspended);
  CHECK(c.line == 4);
}

TEST_CASE("each kind misses what it requires, by name and line") {
  struct Kind {
    std::string name;
    std::vector<std::pair<std::string, std::string>> keys;
  };
  const std::vector<Kind> kinds{
      {"basic", {{"front", "\"f\""}, {"back", "\"b\""}}},
      {"reversible", {{"front", "\"f\""}, {"back", "\"b\""}}},
      {"scenario", {{"front", "\"f\""}, {"back", "\"b\""}}},
      {"cloze", {{"text", "\"{{1::a}}\""}}},
      {"typed", {{"front", "\"f\""}, {"answer", "\"a\""}}},
      {"number", {{"front", "\"f\""}, {"answer", "3"}}},
      {"choice", {{"front", "\"f\""}, {"options", "[{ text = \"a\", correct = true }, { text = \"b\" }]"}}},
      {"ordered", {{"front", "\"f\""}, {"items", "[\"a\", \"b\"]"}}},
      {"code", {{"front", "\"f\""}, {"lang", "\"python\""}, {"code", "\"{{1::a}}\""}}},
  };
  for (const Kind& kind : kinds) {
    CAPTURE(kind.name);
    std::string whole;
    for (const auto& [key, value] : kind.keys) whole += key + " = " + value + "\n";
    CHECK(to_string(card(kind.name, whole).kind) == kind.name);
    for (const auto& [missing, unused] : kind.keys) {
      std::string rest;
      for (const auto& [key, value] : kind.keys)
        if (key != missing) rest += key + " = " + value + "\n";
      const DeckFile file = read_card(kind.name, rest);
      CAPTURE(missing);
      REQUIRE(file.problems.size() == 1);
      CHECK(file.problems[0].line == 4);
      CHECK(file.problems[0].card == "c");
      CHECK(file.problems[0].severity == Severity::Error);
      REQUIRE(file.deck);
      CHECK(file.deck->cards.empty());
    }
    const DeckFile extra = read_card(kind.name, whole + "bakc = \"x\"\n");
    CHECK(rules(extra.problems) == Rules{"unknown-key"});
    CHECK(extra.deck->cards.empty());
  }
}

TEST_CASE("what is wrong with a card is named, at its place") {
  struct Row {
    std::string kind;
    std::string keys;
    std::string rule;
    int line;
  };
  const std::string options = "front = \"f\"\noptions = [\n{ text = \"a\", correct = true },\n";
  const std::vector<Row> rows{
      {"basic", "front = \" \"\nback = \"b\"", "missing", 7},
      {"basic", "front = 3\nback = \"b\"", "wrong-type", 7},
      {"basic", "front = \"f\"\nback = \"b\"\nweek = 53", "wrong-type", 9},
      {"basic", "front = \"f\"\nback = \"b\"\nweek = 0", "wrong-type", 9},
      {"basic", "front = \"f\"\nback = \"b\"\ndifficulty = 6", "wrong-type", 9},
      {"basic", "front = \"f\"\nback = \"b\"\nlevel = [\"L5\"]", "unknown-word", 9},
      {"basic", "front = \"f\"\nback = \"b\"\nas_of = \"2026-11-22\"", "wrong-type", 9},
      {"basic", "front = \"f\"\nback = \"b\"\nneeds = [\"a/b/c\"]", "malformed-need", 9},
      {"basic", "front = \"f\"\nback = \"b\"\nneeds = [\"A b\"]", "malformed-need", 9},
      {"basic", "front = \"f\"\nback = \"b\"\nneeds = [\"/b\"]", "malformed-need", 9},
      {"basic", "front = \"f\"\nback = \"b\"\nanswer = \"a\"", "unknown-key", 9},
      {"baisc", "front = \"f\"", "unknown-word", 6},
      {"number", "front = \"f\"\nanswer = \"3\"", "wrong-type", 8},
      {"number", "front = \"f\"\nanswer = inf", "wrong-type", 8},
      {"number", "front = \"f\"\nanswer = 3\ntolerance = -1", "wrong-type", 9},
      {"number", "front = \"f\"\nanswer = 3\nfactor = 0.5", "wrong-type", 9},
      {"choice", options + "]", "too-few-options", 8},
      {"choice", options + "{ text = \"b\", correct = true }]", "several-correct-options", 8},
      {"choice", "front = \"f\"\noptions = [{ text = \"a\" }, { text = \"b\" }]", "no-correct-option", 8},
      {"choice", options + "{ text = \"b\", whynot = \"x\" }]", "unknown-key", 10},
      {"choice", options + "{ why_not = \"x\" }]", "missing", 10},
      {"choice", options + "\"b\"]", "wrong-type", 8},
      {"ordered", "front = \"f\"\nitems = [\"a\"]", "too-few-items", 8},
      {"ordered", "front = \"f\"\nitems = [\"a\", \" \"]", "missing", 8},
      {"cloze", "text = \"no gap\"", "malformed-gap", 7},
      {"code", "front = \"f\"\nlang = \"c\"\ncode = \"no gap\"", "malformed-gap", 9},
  };
  for (const Row& row : rows) {
    CAPTURE(row.keys);
    const DeckFile file = read_card(row.kind, row.keys);
    REQUIRE(file.deck);
    CHECK(file.deck->cards.empty());
    REQUIRE_FALSE(file.problems.empty());
    const Problem& problem = file.problems[0];
    CHECK(problem.rule == row.rule);
    CHECK(problem.line == row.line);
    CHECK(problem.column >= 1);
    CHECK(problem.file == "d.toml");
    CHECK(problem.card == "c");
  }
}

TEST_CASE("several correct options are right where several may be chosen") {
  const Card both = card("choice", R"(front = "f"
options = [{ text = "a", correct = true }, { text = "b", correct = true }]
multi = true)");
  CHECK(both.options.size() == 2);
}

TEST_CASE("a card with a mistake is left out and its neighbours stay") {
  const std::string cards = numbered_card(1, "") + numbered_card(2, "tag = \"x\"") + numbered_card(3, "");
  const DeckFile file = read_deck(deck_text(cards), "d.toml");
  REQUIRE(file.deck);
  REQUIRE(file.deck->cards.size() == 2);
  CHECK(file.deck->cards[0].id == "c1");
  CHECK(file.deck->cards[1].id == "c3");
  REQUIRE(file.problems.size() == 1);
  CHECK(to_line(file.problems[0]) ==
        "d.toml:15:7: error: card 'c2': unknown key 'tag'; did you mean 'tags'?");
}

TEST_CASE("the second card of one id is the mistake") {
  const DeckFile file = read_deck(deck_text(kGoodCard + kGoodCard), "d.toml");
  CHECK(rules(file.problems) == Rules{"duplicate-id"});
  CHECK(file.problems[0].line == 10);
  CHECK(file.deck->cards.size() == 1);
}

TEST_CASE("an id is for life, so it is kebab-case from the start") {
  for (const std::string id : {"A", "a b", "a_b", "-a", "a-", "a--b", "é", "a/b", "a#1"}) {
    CAPTURE(id);
    const DeckFile file = read_deck(
        deck_text(fmt::format("[[card]]\nid = \"{}\"\nkind = \"basic\"\nfront = \"f\"\nback = \"b\"", id)), "d");
    CHECK(rules(file.problems) == Rules{"malformed-id"});
    CHECK(file.deck->cards.empty());
    CHECK_FALSE(read_deck(fmt::format("[deck]\nid = \"{}\"\n", id), "d").deck);
  }
  CHECK(read_deck("[deck]\nid = \"aws-s3-2\"\n", "d").problems.empty());
  CHECK(read_deck(deck_text("[[card]]\nid = \"We're IN\"\nkind = \"basic\"\nfront = \"f\"\nback = \"b\""), "d")
            .problems[0]
            .text.find("'were-in'") != std::string::npos);
}

TEST_CASE("a deck without a usable head is absent") {
  CHECK(rules(read_deck("", "d").problems) == Rules{"no-deck"});
  CHECK(rules(read_deck("[deck]\ntitle = \"x\"\n", "d").problems) == Rules{"missing"});
  CHECK(rules(read_deck("deck = 3\n", "d").problems) == Rules{"wrong-type"});
  for (const char* text : {"", "[deck]\n", "deck = 3\n", "[deck]\nid = 4\n", "[deck]\nid = \"x\"\nid = \"y\"\n"}) {
    CAPTURE(text);
    const DeckFile file = read_deck(text, "d");
    CHECK_FALSE(file.deck);
    CHECK(has_error(file.problems));
  }
}

TEST_CASE("a slip in the head is reported and the cards are kept") {
  const std::string text = "schema = 1\n[deck]\nid = \"d\"\nare = \"aws\"\nweeks = [1, 53]\n" + kGoodCard;
  const DeckFile file = read_deck(text, "d.toml");
  CHECK(rules(file.problems) == Rules{"unknown-key", "wrong-type"});
  REQUIRE(file.deck);
  CHECK(file.deck->cards.size() == 1);
  CHECK(file.deck->area == "mixed");
  CHECK(file.deck->title == "d");
  CHECK(rules(read_deck("schema = 0\n[deck]\nid = \"d\"\n", "d").problems) == Rules{"schema"});
  const DeckFile newer = read_deck("schema = 2\n[deck]\nid = \"d\"\nare = \"aws\"\n", "d");
  CHECK(rules(newer.problems) == Rules{"schema"});
  CHECK_FALSE(newer.deck);
  CHECK(rules(read_deck("[deck]\nid = \"d\"\narea = \"awz\"\n", "d").problems) == Rules{"unknown-word"});
  CHECK(rules(read_deck("[deck]\nid = \"d\"\n[[cards]]\nid = \"c\"\n", "d").problems) == Rules{"unknown-key"});
}

TEST_CASE("text that is not TOML is a problem at its line, never a crash") {
  struct Row {
    std::string text;
    int line;
  };
  const std::vector<Row> rows{{"[deck\n", 1},
                              {"[deck]\nid = \"d\"\n\n[[card]]\nid = c\n", 5},
                              {"[deck]\nid = \"a\xFFz\"\n", 2},
                              {"[deck]\nid = \"d\"\ntitle = \"a\\u0007\"\n", 3},
                              {"[deck]\nid = \"d\"\ntitle = \"\"\"never closed\n", 3},
                              {std::string(5000, '[') + "\n", 1}};
  for (const Row& row : rows) {
    const DeckFile file = read_deck(row.text, "d.toml");
    CHECK_FALSE(file.deck);
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].severity == Severity::Error);
    CHECK(file.problems[0].line >= row.line);
  }
}

TEST_CASE("problems come in the order of the file") {
  const std::string text = deck_text(numbered_card(1, "x1 = 1\nx2 = 2") + numbered_card(2, "week = 99"));
  const auto problems = read_deck(text, "d.toml").problems;
  REQUIRE(problems.size() == 3);
  CHECK(std::is_sorted(problems.begin(), problems.end(),
                       [](const Problem& a, const Problem& b) { return a.line < b.line; }));
}

TEST_CASE("a deck that is wrong in a hundred thousand places names the first thousand") {
  std::string text = "[deck]\nid = \"d\"\n";
  for (int card = 0; card < 50'000; ++card) text += "[[card]]\n";
  const DeckFile file = read_deck(text, "d.toml");
  CHECK(file.problems.size() == kMostProblems + 1);
  CHECK(file.deck.value().cards.empty());
}

TEST_CASE("what decks lack beside each other is named a thousand times for each of them") {
  std::vector<Deck> decks(2);
  for (Deck& deck : decks) {
    deck.id = &deck == &decks[0] ? "a" : "b";
    deck.file = deck.id + ".toml";
    for (int number = 0; number < 1500; ++number) {
      Card& card = deck.cards.emplace_back();
      card.id = "c" + std::to_string(number);
      card.needs = {"nowhere/x"};
    }
  }
  const auto problems = check_together(decks);
  REQUIRE(problems.size() == 2 * (kMostProblems + 1));
  CHECK(problems[kMostProblems].rule == "too-many-problems");
  CHECK(problems[kMostProblems].file == "a.toml");
}

}  // namespace starling
