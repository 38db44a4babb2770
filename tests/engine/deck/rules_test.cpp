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
