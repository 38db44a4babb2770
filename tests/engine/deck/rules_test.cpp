#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cards.h"

namespace starling {

using testing::deck_text;
using testing::rules;

namespace {

using Rules = std::vector<std::string>;

Deck deck(std::string_view id, const std::vector<std::pair<std::string, std::string>>& cards_and_needs) {
  std::string text = fmt::format("[deck]\nid = \"{}\"\n", id);
  for (const auto& [card, needs] : cards_and_needs)
    text += fmt::format("[[card]]\nid = \"{}\"\nkind = \"basic\"\nfront = \"f\"\nback = \"b\"\nneeds = [{}]\n",
                        card, needs);
  return read_deck(text, fmt::format("{}.toml", id)).deck.value();
}

Rules advice(std::string_view kind, std::string_view keys) {
  const DeckFile file = testing::read_card(kind, keys);
  REQUIRE(file.problems.empty());
  const std::vector<Problem> problems = check_advice(*file.deck);
  for (const Problem& problem : problems) {
    CHECK(problem.severity == Severity::Warning);
    CHECK(problem.line == 4);
    CHECK(problem.card == "c");
  }
  return rules(problems);
}

std::string two_sides(std::string_view front, std::string_view back) {
  return fmt::format("front = \"{}\"\nback = \"{}\"", front, back);
}

std::string words(int count) {
  std::string result = "w";
  for (int i = 1; i < count; ++i) result += " w";
  return result;
}

}  // namespace

TEST_CASE("cards that need earlier cards, here or in another deck, are fine together") {
  const std::vector<Deck> decks{deck("a", {{"one", ""}, {"two", "\"one\", \"b/three\""}}),
                                deck("b", {{"three", ""}})};
  CHECK(check_together(decks).empty());
  CHECK(check_together({}).empty());
}

TEST_CASE("a need that is in no deck is an error at its card") {
  const std::vector<Deck> decks{deck("a", {{"one", "\"two\", \"b/one\""}})};
  const auto problems = check_together(decks);
  CHECK(rules(problems) == Rules{"missing-need", "missing-need"});
  CHECK(problems[0].line == 3);
  CHECK(problems[0].file == "a.toml");
  CHECK(problems[0].text.find("'a/two'") != std::string::npos);
  CHECK(problems[1].text.find("'b/one'") != std::string::npos);
  CHECK(has_error(problems));
}

TEST_CASE("needs that run in a circle are reported once, with the way round") {
  const std::vector<Deck> decks{deck("a", {{"one", "\"b/two\""}, {"own", "\"own\""}, {"tail", "\"one\""}}),
                                deck("b", {{"two", "\"three\""}, {"three", "\"a/one\""}})};
  const auto problems = check_together(decks);
  CHECK(rules(problems) == Rules{"needs-circle", "needs-circle"});
  CHECK(problems[0].text.find("a/one → b/two → b/three → a/one") != std::string::npos);
  CHECK(problems[1].text.find("a/own → a/own") != std::string::npos);
}

TEST_CASE("two decks of one id are an error in the second file") {
  std::vector<Deck> decks{deck("a", {{"one", ""}}), deck("a", {{"two", "\"one\""}})};
  decks[1].file = "copy.toml";
  const auto problems = check_together(decks);
  CHECK(rules(problems) == Rules{"duplicate-deck"});
  CHECK(problems[0].file == "copy.toml");
  CHECK(problems[0].text.find("a.toml") != std::string::npos);
}

TEST_CASE("twenty thousand cards in one chain of needs are walked to the end") {
  Deck long_deck;
  long_deck.id = "a";
  for (int i = 0; i < 20000; ++i) {
    Card card;
    card.id = fmt::format("c{}", i);
    card.needs = {fmt::format("a/c{}", (i + 1) % 20000)};
    long_deck.cards.push_back(card);
  }
  const std::vector<Deck> circle{long_deck};
  const auto problems = check_together(circle);
  CHECK(rules(problems) == Rules{"needs-circle"});
  CHECK(problems[0].text.size() < 300);
  long_deck.cards.back().needs.clear();
  const std::vector<Deck> chain{long_deck};
  CHECK(check_together(chain).empty());
}

TEST_CASE("a good card gets no advice") {
  CHECK(advice("basic", two_sides("Why does R + W > N see the write?", "Any two sets share a replica.")).empty());
  CHECK(advice("basic", two_sides("Which principle?", "Have Backbone; Disagree and Commit")).empty());
  CHECK(advice("basic", two_sides("Is it the queue or the log, and why?", "The log keeps offsets.")).empty());
  CHECK(advice("basic", two_sides("*Are Right, A Lot* asks for what?", "Evidence against your belief.")).empty());
  CHECK(advice("basic", two_sides("What does a cell isolate?", "Compute, queues and deploys.")).empty());
}

TEST_CASE("an answer has at most twenty words, wherever it stands") {
  CHECK(advice("basic", two_sides("Why?", words(20))).empty());
  CHECK(advice("basic", two_sides("Why?", words(21))) == Rules{"answer-too-long"});
  CHECK(advice("scenario", two_sides("Why?", words(21))) == Rules{"answer-too-long"});
  CHECK(advice("reversible", two_sides("Why?", "b") + "\nback_reverse = \"" + words(21) + "\"") ==
        Rules{"answer-too-long"});
  CHECK(advice("typed", "front = \"Why?\"\nanswer = \"" + words(21) + "\"") == Rules{"answer-too-long"});
  CHECK(advice("cloze", "text = \"x {{1::" + words(21) + "}}\"") == Rules{"answer-too-long"});
  const std::string lines = "a\nb\nc\nd\ne\nf";
  const std::string code = "front = \"f\"\nlang = \"c\"\ncode = '''\n{{1::" + lines;
  CHECK(advice("code", code + "}}'''").empty());
  CHECK(advice("code", code + "\ng}}'''") == Rules{"answer-too-long"});
}

TEST_CASE("advice names what the card rules ask for") {
  struct Row {
    std::string rule;
    std::string kind;
    std::string keys;
  };
  const std::string wrong = "{ text = \"b\", why_not = \"x\" }";
  const std::string choice = "front = \"Which?\"\noptions = [{ text = \"a\", correct = true }, " + wrong + ", ";
  const std::string quota = "text = \"The hard limit is {{1::3}}.\"\ntags = [\"quota\"]\n";
  const std::vector<Row> rows{
      {"two-facts", "basic", two_sides("Why?", "It grows. It also shrinks.")},
      {"two-facts", "scenario", two_sides("Why?", "It grows and shrinks and stays.")},
      {"list-too-long", "basic", two_sides("What?", "a, b, c and d")},
      {"list-too-long", "basic", two_sides("What?", "- a\\n- b\\n- c\\n- d")},
      {"list-too-long", "basic", two_sides("What?", "1. a\\n2. b\\n3. c\\n4. d")},
      {"yes-no-question", "basic", two_sides("Is SQS FIFO ordered?", "Within a group.")},
      {"yes-no-question", "basic", two_sides("SQS FIFO keeps which order?", "Yes.")},
      {"yes-no-question", "basic", two_sides("A queue is slow. Does it help to shard?", "Only by key.")},
      {"open-question", "basic", two_sides("What do you know of CAP?", "Partitions.")},
      {"front-too-long", "basic", two_sides(words(46), "b")},
      {"number-without-tolerance", "number", "front = \"How many?\"\nanswer = 3"},
      {"option-without-why-not", "choice", choice + "{ text = \"c\" }]"},
      {"all-of-the-above", "choice", choice + "{ text = \"All of the above.\", why_not = \"x\" }]"},
      {"same-option", "choice", choice + "{ text = \"B\", why_not = \"x\" }]"},
      {"option-count", "choice", choice + "]"},
      {"option-count", "choice", choice + "{ text = \"c\", why_not = \"x\" }, { text = \"d\", why_not = \"x\" }]"},
      {"same-item", "ordered", "front = \"Order\"\nitems = [\"a\", \"A\"]"},
      {"quota-without-source", "cloze", quota + "as_of = 2026-11-22"},
      {"quota-without-as-of", "cloze", quota + "source = \"s\""},
      {"quota-without-kind", "cloze",
       "text = \"It is {{1::3}}.\"\ntags = [\"quota\"]\nsource = \"s\"\nas_of = 2026-11-22"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.keys);
    CHECK(advice(row.kind, row.keys) == Rules{row.rule});
    CHECK(advice(row.kind, row.keys + "\nretired = true").empty());
  }
}

TEST_CASE("of a gap only what is shown counts as words of the question") {
  struct Row {
    std::string text;
    bool too_long;
  };
  for (const Row& row : {Row{words(45) + " {{1::a}}", false},
                         Row{words(46) + " {{1::a}}", true},
                         Row{words(40) + " {{1::a|b c d e f g h|i j k}}", false},
                         Row{words(45) + " {{1::a b c d e f}}", false},
                         Row{words(42) + " {{1::a|b c d :: the hint is}}", false},
                         Row{words(43) + " {{1::a|b c d :: the hint is}}", true},
                         Row{words(43) + " {{1::a b}} {{2::c|d e f}}", false},
                         Row{words(43) + " {{1::a b c}} {{2::d}}", true}}) {
    CAPTURE(row.text);
    CHECK(advice("cloze", fmt::format("text = \"{}\"", row.text)) == (row.too_long ? Rules{"front-too-long"} : Rules{}));
  }
}

TEST_CASE("the date of a deck serves its quotas") {
  const std::string quota = "text = \"By default {{1::3}}.\"\ntags = [\"quota\"]\nsource = \"s\"";
  const std::string text = "[deck]\nid = \"d\"\nas_of = 2026-11-22\n" + testing::card_text("cloze", quota);
  CHECK(check_advice(read_deck(text, "d").deck.value()).empty());
}

TEST_CASE("a card that needs a later card of its deck is in the wrong place") {
  const auto problems = check_advice(deck("a", {{"one", "\"two\""}, {"two", "\"b/one\""}, {"three", "\"two\""}}));
  REQUIRE(rules(problems) == Rules{"needs-later"});
  CHECK(problems[0].card == "one");
}

TEST_CASE("a deck of more than sixty cards is advised to split") {
  std::vector<std::pair<std::string, std::string>> cards;
  for (int i = 0; i < 60; ++i) cards.emplace_back(fmt::format("c{}", i), "");
  CHECK(check_advice(deck("a", cards)).empty());
  cards.emplace_back("last", "");
  CHECK(rules(check_advice(deck("a", cards))) == Rules{"deck-too-large"});
}

TEST_CASE("a deck that was packed and unpacked is the same deck") {
  const std::string path = std::string(STARLING_TEST_FILES) + "/deck/sample-deck.toml";
  Deck before = read_deck(read_file(path, kMaxTomlBytes).value(), path).deck.value();
  Packer packer;
  packer(before);
  const std::string bytes = packer.take();
  Unpacker unpacker(bytes);
  Deck after;
  unpacker(after);
  Packer again;
  again(after);
  CHECK(again.take() == bytes);
  CHECK(after.cards.size() == 20);
  CHECK(after.cards[9].unit == "%");
}

}  // namespace starling
