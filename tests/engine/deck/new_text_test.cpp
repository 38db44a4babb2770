#include "deck/new_text.h"

#include <doctest/doctest.h>

#include "deck/read.h"

using namespace starling;

namespace {

std::string uncommented(const std::string& text) {
  std::string result;
  bool cards = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    std::string line = text.substr(at, end - at);
    cards = cards || line.starts_with("#[[card]]");
    if (cards && line.starts_with("#")) line.erase(0, 1);
    result += line;
    at = end;
  }
  return result;
}

}  // namespace

TEST_CASE("a new deck has no card, and its nine examples are cards once they are no comments") {
  const std::string text = new_deck_text("mine", "My \"cards\"\x07 ");
  CHECK(text.starts_with("#:schema ../schema/deck.json\n"));
  const DeckFile fresh = read_deck(text, "decks/mine.toml");
  REQUIRE(fresh.deck);
  CHECK(fresh.problems.empty());
  CHECK(fresh.deck->title == "My \"cards\"");
  CHECK(fresh.deck->cards.empty());
  const DeckFile all = read_deck(uncommented(text), "decks/mine.toml");
  REQUIRE(all.deck);
  CHECK(all.problems.empty());
  REQUIRE(all.deck->cards.size() == kCardKinds.size());
  for (std::size_t i = 0; i < kCardKinds.size(); ++i) CHECK(to_string(all.deck->cards[i].kind) == kCardKinds[i]);
  CHECK(read_deck(new_deck_text("mine", " "), "d").deck->title == "mine");
}

TEST_CASE("a card is put behind the last one of its deck, whatever the file ends in") {
  const std::string card = card_text("a", CardKind::Basic, {{"front", "\"A?\""}, {"back", "\"A\""}});
  for (const std::string end : {"", "\n", "\n\n\n"}) {
    const std::string text = with_card("[deck]\nid = \"mine\"" + end, card);
    CHECK(text == "[deck]\nid = \"mine\"\n\n" + card);
    CHECK(read_deck(text, "d").deck->cards.size() == 1);
  }
}

TEST_CASE("an id is made of the first words of a question") {
  CHECK(id_of_question("What is a quorum?") == "what-is-a-quorum");
  CHECK(id_of_question("Which of the two services keeps the order of its messages, and why?") ==
        "which-of-the-two-services-keeps-the");
  CHECK(id_of_question("???") == "");
  CHECK(id_of_question("Two of {{1::three}} is a {{12::quorum}}.") == "two-of-three-is-a-quorum");
}

TEST_CASE("a card has another id in its file, in what needs it and in its checks, and nothing else is touched") {
  const auto deck = [](const std::string& id) {
    return R"([deck]
id = "mine"  # old
[[card]]
id = ")" + id + R"("   # the old one
kind = "basic"
front = "old?"
back = "old"
[[card]]
id = 'older'
kind = "basic"
front = "B?"
back = "B"
needs = [")" + id + R"(", 'mine/)" + id + R"(', "other/old", "older"]
[[check]]
card = ")" + id + R"("
right = ["old"]
)";
  };
  CHECK(with_card_id(deck("old"), "mine", "old", "new") == deck("new"));
  CHECK(with_card_id(deck("old"), "mine", "none", "new") == deck("old"));
  CHECK(with_deck_id("[deck]\nid = \"a\"  # a\n[[card]]\nid = \"a\"\n", "a", "b") ==
        "[deck]\nid = \"b\"  # a\n[[card]]\nid = \"a\"\n");
}
