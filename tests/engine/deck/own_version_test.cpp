#include "deck/own_version.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "source/source.h"
#include "support/home.h"

using namespace starling;

namespace {

const std::string kShipped = R"(schema = 1

[deck]
id = "caps"
title = "Caps"
weeks = [3]

# Asked a lot.
[[card]]
id = "first"
kind = "basic"
front = """
[[card]] in a text is no heading.
# nor is this a comment
"""
back = "One"  # short

[[card]]
id = "second"
kind = "choice"
front = "Which?"
[[card.options]]
text = "A"
correct = true
[[card.options]]
text = "B"
why_not = "No."

# The last one.
[[card]]
id = "third"
kind = "basic"
front = "Three?"
back = "Three"

[[check]]
card = "third"
right = ["Three"]
)";

Deck shipped() { return *read_deck(kShipped, "cards/caps.toml").deck; }

const Card& card_of(const Deck& deck, std::string_view id) {
  return *std::ranges::find(deck.cards, id, &Card::id);
}

CardText place_of(const Deck& deck, std::string_view text, std::string_view id) {
  const auto place = card_text_at(text, card_of(deck, id).line);
  REQUIRE(place);
  return *place;
}

std::string text_of_card(std::string_view id) {
  const CardText place = place_of(shipped(), kShipped, id);
  return kShipped.substr(place.begin, place.end - place.begin);
}

// The changes file for one card, with `from` in it replaced by `to`.
std::string changes(std::string_view id, const std::string& from = "", const std::string& to = "") {
  std::string text = with_own_version("", "caps", kShipped, place_of(shipped(), kShipped, id));
  if (!from.empty()) text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("the text of a card is its lines with the comments right above it, and none of its neighbours'") {
  CHECK(text_of_card("first").starts_with("# Asked a lot.\n[[card]]\nid = \"first\"\n"));
  CHECK(text_of_card("first").ends_with("back = \"One\"  # short\n"));
  CHECK(text_of_card("second").ends_with("why_not = \"No.\"\n"));
  CHECK(text_of_card("third") ==
        "# The last one.\n[[card]]\nid = \"third\"\nkind = \"basic\"\nfront = \"Three?\"\nback = \"Three\"\n");
  CHECK_FALSE(card_text_at(kShipped, 1));
  CHECK_FALSE(card_text_at("", 3));
  CHECK_FALSE(card_text_at("[deck]\nid = \"a\"\ncard = []\n", 3));
}

TEST_CASE("every shipped card can be copied byte for byte and reads as it did") {
  for (const auto& file : list_files(test::shipped_content() / "cards", ".toml")) {
    const std::string text = test::text_of(file.path);
    const Deck deck = *read_deck(text, "cards/x.toml").deck;
    std::string copies;
    for (const Card& card : deck.cards) {
      const CardText place = place_of(deck, text, card.id);
      copies = with_own_version(copies, deck.id, text, place);
      CHECK(copies.find(text.substr(place.heading + 9, place.end - place.heading - 9)) != copies.npos);
    }
    const DeckFile read = read_changes(copies, "decks/changes/x.toml");
    CAPTURE(file.path.string());
    REQUIRE(read.deck);
    CHECK(read.problems.empty());
    CHECK(read.deck->cards.size() == deck.cards.size());
    CHECK(check_changes(deck, text, *read.deck).empty());
  }
}

TEST_CASE("an own version stands in the place of the shipped card; the others stay") {
  Deck deck = shipped();
  const DeckFile own = read_changes(changes("third", "\"Three?\"", "\"How many?\""), "decks/changes/caps.toml");
  REQUIRE(own.deck);
  put_own_versions(deck, *own.deck);
  REQUIRE(deck.cards.size() == 3);
  CHECK(deck.cards[2].front == "How many?");
  CHECK(file_of(deck, deck.cards[2]) == "decks/changes/caps.toml");
  CHECK(file_of(deck, deck.cards[0]) == "cards/caps.toml");
  CHECK(deck.checks.empty());  // they were of the shipped text
  CHECK(deck.title == "Caps");
}

TEST_CASE("a change says when the shipped card has moved on, or is gone") {
  const Deck own = *read_changes(changes("third"), "decks/changes/caps.toml").deck;
  CHECK(check_changes(shipped(), kShipped, own).empty());

  std::string newer = kShipped;
  newer.replace(newer.find("\"Three?\""), 8, "\"And three?\"");
  const auto moved = check_changes(*read_deck(newer, "cards/caps.toml").deck, newer, own);
  REQUIRE(moved.size() == 1);
  CHECK(moved[0].rule == "original-moved-on");
  CHECK(moved[0].file == "decks/changes/caps.toml");
  CHECK(moved[0].card == "third");
  CHECK(moved[0].severity == Severity::Warning);

  std::string without = kShipped;
  without.replace(without.find("\"third\""), 7, "\"fourth\"");
  const Problem gone = check_changes(*read_deck(without, "cards/caps.toml").deck, without, own).at(0);
  CHECK(gone.rule == "change-of-nothing");
  CHECK(gone.text.ends_with("update Starling where a newer one has it, else put it into a deck of your own"));

  std::string other_lines;
  for (const char c : kShipped) other_lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(check_changes(*read_deck(other_lines, "cards/caps.toml").deck, other_lines, own).empty());
}

TEST_CASE("a file of changes holds an id and cards, and says so of anything else") {
  const auto first_of = [](const std::string& text) {
    const DeckFile file = read_changes(text, "c");
    return file.problems.empty() ? "" : file.problems.front().rule;
  };
  const std::string card = "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"A?\"\nback = \"A\"\n";
  CHECK(first_of("[deck]\nid = \"caps\"\n" + card) == "");
  CHECK(first_of("[deck]\nid = \"caps\"\ntitle = \"Mine\"\n" + card) == "unknown-key");
  CHECK(first_of("[deck]\nid = \"caps\"\n" + card + "of = 3\n") == "wrong-type");
  CHECK(first_of(card) == "no-deck");
  CHECK(first_of("[deck]\nid = \"caps\"\n" + card + "[[check]]\ncard = \"a\"\n") == "unknown-key");
  // In a deck of the learner's own there is nothing to be made of.
  CHECK(read_deck("[deck]\nid = \"mine\"\n" + card + "of = \"x\"\n", "d").problems.front().rule == "unknown-key");
}
