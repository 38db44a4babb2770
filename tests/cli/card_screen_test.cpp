// What the screen of a card shows of its text.
#include <doctest/doctest.h>

#include "cli/screen/card.h"
#include "cli/screen/card_frame.h"
#include "cli/screen/telling.h"
#include "cli/seat.h"

using namespace starling;
using test::contains;
using test::Json;
using test::own_deck;
using test::Seat;

namespace {

Card only_card(const std::string& keys) { return read_deck(own_deck("own", "[[card]]\nid = \"a\"\n" + keys), "own.toml").deck.value().cards.at(0); }

}  // namespace

TEST_CASE("stars of a card's text that are no emphasis stand on every screen of it") {
  Seat seat;
  seat.desk.add_deck("stars.toml", own_deck("stars", R"([[card]]
id = "order"
kind = "ordered"
front = "Which is the least?"
items = ["2*3", "2**3", "3**3"]
[[card]]
id = "gap"
kind = "cloze"
text = "In Python {{1::2**10}} is 1024, 3**2 is 9, and *not* f(*args, **kw)."
)"));
  seat.terminal.keys = {' ', '3', ' ', '3'};
  seat.terminal.lines = test::typed_lines({""});
  (void)seat.desk("review --deck stars");
  std::string all;
  for (const std::string& screen : seat.terminal.seen) all += screen;
  CHECK(contains(all, "1. 2*3\n2. 2**3\n3. 3**3\n"));
  CHECK(contains(all, "In Python […] is 1024, 3**2 is 9, and not f(*args, **kw)."));
  CHECK(contains(all, "In Python [2**10] is 1024, 3**2 is 9, and not f(*args, **kw)."));
  CHECK(contains(seat.desk("card show stars/order").out, "2. 2**3\n"));
  CHECK(contains(seat.desk("card show stars/gap").out, "2**10"));
}

TEST_CASE("a choice with several right options takes the numbers as its screen asks for them, and shows what was missed") {
  Seat seat;
  seat.desk.add_deck("several.toml", own_deck("several", R"([[card]]
id = "even"
kind = "choice"
multi = true
front = "Which are even?"
options = [ { text = "Two", correct = true }, { text = "Three", why_not = "Odd." }, { text = "Four", correct = true }, { text = "Five", why_not = "Odd." } ]
)"));
  const Json options = seat.desk("next --deck several --json").json()["options"];
  const auto number = [&](const char* text) { return std::to_string(std::ranges::find(options, text) - options.begin() + 1); };
  seat.terminal.keys = {'u', 'q'};
  seat.terminal.lines = test::typed_lines({number("Four") + number("Two"), number("Two") + number("Five")});
  (void)seat.desk("review --deck several");
  CHECK(contains(seat.screen(0), "Type the numbers of all that are right: 13."));
  CHECK(contains(seat.screen(1), "Right."));
  CHECK(contains(seat.screen(3), "No match"));
  CHECK(contains(seat.screen(3), "✓ " + number("Two") + "  Two\n"));
  CHECK(contains(seat.screen(3), "+ " + number("Four") + "  Four (missed)\n"));
  CHECK(contains(seat.screen(3), "✗ " + number("Five") + "  Five\n"));
}

TEST_CASE("of a filled sentence the gap alone is bold, so that it is seen without colour too") {
  const Card card = only_card("kind = \"cloze\"\ntext = \"A quorum of {{1::three}} of five.\"\n");
  const Face shown = face(card, "#1", Seed{0});
  const Style colourless(Ink(false, true));
  CHECK(answered_lines(card, shown, std::nullopt, colourless, 80) == "A quorum of " + colourless.bold(colourless.accent("three")) + " of five.\n");
}

TEST_CASE("an order that does not match stands beside the right one, with the first wrong place marked") {
  const Card card = only_card("kind = \"ordered\"\nfront = \"Order\"\nitems = [\"one\", \"two\", \"three\", \"four\"]\n");
  const Face shown = face(card, "", Seed{0});
  std::string typed;
  for (const char* item : {"one", "four", "three", "two"}) typed += std::to_string(std::ranges::find(shown.items, item) - shown.items.begin() + 1);
  const GivenAnswer given{typed, check_answer(card, shown, typed)};
  const std::string beside = "No match: grade it yourself.\n\n  1. one\n✗ 2. two (you: 4)\n  3. three\n  4. four (you: 2)\n";
  CHECK(contains(answered_lines(card, shown, given, Style(Ink()), 40), beside));
  CHECK(contains(answer_lines(card, shown, given, Style(Ink()), 40), beside));
  CHECK(contains(answered_lines(card, shown, std::nullopt, Style(Ink()), 40), "1. one\n2. two\n"));
}

TEST_CASE("behind a question longer than the window the answer comes into sight, and scrolling is free again") {
  std::string question, answer;
  for (int i = 1; i <= 30; ++i) {
    question += "line " + std::to_string(i) + "\\n";
    answer += "reply " + std::to_string(i) + "\\n";
  }
  for (const bool scrolled : {false, true}) {
    Seat seat;
    seat.desk.add_deck("long.toml", own_deck("long", "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"" + question + "\"\nback = \"" + answer + "\"\n"));
    seat.terminal.keys = {scrolled ? Key(key::kEnd) : Key('i'), ' ', key::kHome, 'i', 'q'};
    (void)seat.desk("review --deck long");
    CHECK_FALSE(contains(seat.screen(1), "reply 1\n"));
    CHECK(contains(seat.screen(2), "reply 1\n"));
    CHECK(contains(seat.screen(2), "3 good"));
    CHECK(contains(seat.screen(3), "line 1\n"));
    CHECK_FALSE(contains(seat.screen(4), "reply 1\n"));
  }
}

TEST_CASE("wrong, nearly, a gap and time that is over have each a colour of their own, and so have the four grades") {
  const Style style(true);
  const Card card = only_card("kind = \"typed\"\nfront = \"Who?\"\nanswer = \"Goethe\"\n");
  const Face shown = face(card, "", Seed{0});
  const auto verdict = [&](const char* typed) { return answered_lines(card, shown, GivenAnswer{typed, check_answer(card, shown, typed)}, style, 80); };
  CHECK(contains(verdict("Goethe"), style.good("Right.")));
  CHECK(contains(verdict("Göthe"), style.warn("Nearly.")));
  CHECK(contains(verdict("Schiller"), style.bad("No match: grade it yourself.")));
  CHECK(contains(clock_face(StoryKind::Intro, 61, 60, {}, style, 80), style.late("  0:01 over the target")));
  const std::string grades = grade_lines({}, Grade::Good, style, 200);
  for (const char* colour : {"31m1 again", "33m2 hard", "32m3 good", "34m4 easy"}) CHECK(contains(grades, colour));
  const std::set<std::string> colours{style.good("x"), style.warn("x"), style.bad("x"), style.late("x"), style.accent("x"), style.easy("x")};
  CHECK(colours.size() == 6);
}

TEST_CASE("i names the source of a card once its answer is there, and before that only why it is asked") {
  Seat seat;
  seat.desk.add_deck("sourced.toml", own_deck("sourced", "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"Which?\"\nback = \"This\"\nsource = \"The book of this\"\n"));
  seat.terminal.keys = {'i', ' ', 'q'};
  (void)seat.desk("review --deck sourced");
  CHECK(contains(seat.screen(1), "It is new"));
  CHECK_FALSE(contains(seat.screen(1), "The book"));
  CHECK(contains(seat.screen(2), "Source: The book of this"));
  seat.terminal.moves = false;
  seat.desk.in = "i\n\ni\nq\n";
  const std::string lines = seat.desk("review --deck sourced").out;
  CHECK(lines.find("It is new") < lines.find("This\n"));
  CHECK(lines.find("The book") > lines.find("This\n"));
}

TEST_CASE("with the answer shown a digit that is no grade says so") {
  for (const Key key : {Key('0'), Key('5'), Key('9')}) {
    Seat seat;
    seat.leave_only("basic");
    (void)seat.review({' ', key, '3'});
    CHECK(contains(seat.screen(2), "1 to 4 grade it. ? shows the keys"));
    CHECK(test::last_grade(seat.desk, "kinds/basic") == "good");
  }
}

TEST_CASE("a card that just does not fit gives up no more blank lines than it takes, and the line of its keys last of all") {
  const Card card = only_card("kind = \"basic\"\nfront = \"One\\n\\ntwo\\n\\nthree\"\nback = \"Four\\n\\nfive\"\n");
  const Face shown = face(card, "", Seed{0});
  DeckHead deck;
  deck.id = "own";
  deck.title = "Own";
  const ItemId item = ItemId::parse("own/a").value();
  const CardScreen screen{.card = card, .face = shown, .deck = deck, .item = item, .left = {}, .outcomes = {}, .remark = "", .info = "",
                          .note = "", .answered = true, .given = std::nullopt};
  const auto lines = [&](int rows) {
    const Frame frame = card_frame(screen, Style(Ink()), 80, rows);
    return frame.head + frame.body + frame.foot;
  };
  const std::string all = lines(100);
  const int whole = static_cast<int>(std::ranges::count(all, '\n'));
  int blanks = 0;
  for (std::size_t i = 1; i < all.size(); ++i) blanks += all[i] == '\n' && all[i - 1] == '\n' ? 1 : 0;
  REQUIRE(blanks > 4);
  for (int rows = whole; rows >= whole - blanks; --rows) {
    CAPTURE(rows);
    CHECK(std::ranges::count(lines(rows), '\n') == rows);
    CHECK(contains(lines(rows), "? keys"));
  }
  CHECK_FALSE(contains(lines(whole - blanks - 1), "? keys"));
}
