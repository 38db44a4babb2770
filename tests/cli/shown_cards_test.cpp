// Every shipped card as a sitting shows it.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "cli/desk.h"
#include "cli/screen/card_frame.h"
#include "deck/deck.h"

using namespace starling;
using test::shipped_content;
using test::text_of;

namespace {

struct Shown {
  const Deck& deck;
  const Card& card;
  ItemId item;
  Face face;
};

// Calls `check` on every schedule of every shipped card that may be asked.
template <class Check>
void for_each_shown(Check check) {
  for (const auto& file : std::filesystem::directory_iterator(shipped_content() / "cards")) {
    const DeckFile read = read_deck(text_of(file.path()), file.path().filename().string());
    REQUIRE(read.deck);
    for (const Card& card : read.deck->cards)
      for (const std::string& schedule : schedules(card)) {
        const auto item = ItemId::parse(read.deck->id + "/" + card.id + schedule);
        REQUIRE(item);
        check(Shown{*read.deck, card, *item, face(card, schedule, Seed{7})});
      }
  }
}

Frame frame_of(const Shown& shown, bool answered, const DeckHead& head, int width, int rows) {
  const std::array<Outcome, 4> outcomes{};
  std::optional<GivenAnswer> given;
  return card_frame({.card = shown.card, .face = shown.face, .deck = head, .item = shown.item,
                     .left = {12, 6, 31, 14}, .outcomes = outcomes, .remark = {}, .info = {}, .note = {},
                     .typing = false, .answered = answered, .given = given},
                    Style(false), width, rows);
}

DeckHead head_of(const Shown& shown) { return {shown.deck.id, shown.deck.title, shown.deck.area, "", {}, 0}; }

}  // namespace

TEST_CASE("question, answer and grades of every shipped card fit a window of 40 by 20 and of 80 by 24") {
  for_each_shown([](const Shown& shown) {
    CAPTURE(shown.item.text());
    for (const auto& [width, rows] : {std::pair{40, 20}, std::pair{80, 24}}) {
      CAPTURE(width);
      for (const bool answered : {false, true}) {
        const Frame frame = frame_of(shown, answered, head_of(shown), width, rows);
        const auto lines = std::ranges::count(frame.head + frame.body + frame.foot, '\n');
        CHECK(lines <= rows);
        CHECK_FALSE(fitted(frame, rows, 0).scrolls);
        CHECK(test::widest(frame.head + frame.body + frame.foot) <= width);
      }
    }
  });
}

TEST_CASE("nothing around the question of a shipped card holds the words of its answer") {
  for_each_shown([](const Shown& shown) {
    CAPTURE(shown.item.text());
    const Frame frame = frame_of(shown, false, head_of(shown), 80, 24);
    const std::string around = " " + fold(frame.head) + " " + fold(frame.foot) + " ";
    const std::string answer = fold(shown.face.back);
    if (shown.card.kind == CardKind::Number || answer.size() < 3) return;  // counts of cards are numbers too
    CHECK(around.find(" " + answer + " ") == std::string::npos);
    for (const std::string& accept : shown.card.accept)
      CHECK((accept.size() < 3 || around.find(" " + fold(accept) + " ") == std::string::npos));
  });
}

TEST_CASE("no question of a shipped card says its own answer") {
  for_each_shown([](const Shown& shown) {
    if (!shown.face.options.empty() || !shown.face.items.empty() || shown.card.kind == CardKind::Number) return;
    CAPTURE(shown.item.text());
    const std::string question = " " + fold(shown.face.front) + " ";
    const std::string answer = fold(shown.face.back);
    CHECK((answer.size() < 4 || question.find(" " + answer + " ") == std::string::npos));
  });
}
