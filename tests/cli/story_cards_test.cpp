// The deck that stories make of themselves, as a learner meets it.
#include <doctest/doctest.h>

#include "cli/desk.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kOpening = "my-stories/oncall-load#opening";

// A desk with the sample stories, one of which was told.
struct CardTeller {
  Desk desk;
  ScriptedTerminal terminal;
  CardTeller() {
    desk.begin();
    desk.add_sample_stories();
    REQUIRE(desk("answer story/oncall-load good").exit == 0);
  }
};

Json deck_row(Desk& desk) {
  const Json reply = desk("deck list --json").json();
  for (const Json& row : reply["decks"])
    if (row["id"] == "my-stories") return row;
  return {};
}

}  // namespace

TEST_CASE("cards of stories are listed, looked up, searched and explained as those of any deck") {
  CardTeller told;
  Desk& desk = told.desk;
  const Json row = deck_row(desk);
  CHECK(row["area"] == "lp");
  CHECK(row["cards"] == row["items"]);
  CHECK(row["items"] > 20);
  CHECK(row["seen"] == 0);
  CHECK(contains(desk("deck list").out, "my-stories"));
  CHECK(contains(desk("deck show my-stories").out, "oncall-load#beat-1"));
  const Json cards = desk("deck show my-stories --json").json()["cards"];
  CHECK(cards.size() >= row["cards"]);  // those of a draft too
  CHECK(cards[0]["items"].size() == 1);
  const Json why = desk("why " + kOpening + " --json").json();
  CHECK(why["why"] == "new-a-day");
  CHECK(contains(why["about"], "Made of stories/story-02-oncall-load.toml:"));
  CHECK(contains(desk("why my-stories/checkout-cells#opening").out, "story/checkout-cells is told first"));
  CHECK(contains(desk("card show " + kOpening).out, "How does “"));
  CHECK(contains(desk("search bringing night begin").out, kOpening));
  CHECK(contains(desk("complete -- review --deck my-").out, "my-stories"));
  CHECK(contains(desk("complete -- why my-stories/oncall").out, kOpening));
}

TEST_CASE("a told story's cards are asked, answered and taken back, one of a story a day") {
  CardTeller told;
  Desk& desk = told.desk;
  const auto next = [&] { return desk("next --deck my-stories --json").json()["item"]["item"]; };
  CHECK(next() == kOpening);
  CHECK(desk("answer " + kOpening + " easy").exit == 0);
  CHECK(deck_row(desk)["seen"] == 1);
  CHECK(contains(desk("stats --all").out, "my-stories"));
  CHECK(next() == "my-stories/earths-best-employer#principle");
  CHECK(desk("undo").exit == 0);
  CHECK(next() == kOpening);
}

TEST_CASE("an opening is graded in a sitting, and a figure is typed and checked") {
  CardTeller told;
  Desk& desk = told.desk;
  told.terminal.keys = {' ', '3'};
  desk.terminal = &told.terminal;
  CHECK(desk("review --deck my-stories --limit 1").exit == 0);
  REQUIRE(told.terminal.seen.size() >= 2);
  CHECK(contains(told.terminal.seen[0], "How does “Bringing night pages under control” begin?"));
  CHECK_FALSE(contains(told.terminal.seen[0], "#opening"));
  CHECK(contains(told.terminal.seen[1], kOpening));
  const auto typed = [&](const std::string& line) {
    desk.terminal = nullptr;
    REQUIRE(desk("undo").exit == 0);
    for (const char* other : {"opening", "beat-1", "beat-2", "beat-3", "beat-4", "beat-5", "beat-6"}) (void)desk(std::string("card bury my-stories/oncall-load#") + other);
    (void)desk("card bury my-stories/earths-best-employer#principle");
    desk.terminal = &told.terminal;
    told.terminal.keys = {'q'};
    told.terminal.lines = typed_lines({line});
    told.terminal.seen.clear();
    (void)desk("review --deck my-stories --limit 1");
    REQUIRE(told.terminal.seen.size() >= 2);
    CHECK(contains(told.terminal.seen[0], "from 23 to what?"));
    return told.terminal.seen[1];
  };
  CHECK(contains(typed("2"), "Right."));
}

TEST_CASE("cards of stories are not written by hand, checked as a file or renamed into another deck") {
  CardTeller told;
  Desk& desk = told.desk;
  check_refused(desk, "deck new my-stories", "kept for what is in no deck of a file");
  check_refused(desk, "deck check my-stories", "is in no deck of a file");
  check_refused(desk, "card add my-stories --kind basic --front A? --back b", "its cards are not written");
  check_refused(desk, "card rename my-stories/oncall-load#opening mine/opening", "starling story rename");
  check_refused(desk, "review --deck my-storis", "my-stories");
  CHECK(contains(desk("deck list").out, "my-stories"));
  CHECK(desk("config story.cards false").exit == 0);
  CHECK(deck_row(desk).is_null());
  check_refused(desk, "why " + kOpening, "there is no item");
}

TEST_CASE("a renamed story says what goes with it, and nobody is told that a card is lost") {
  CardTeller told;
  Desk& desk = told.desk;
  REQUIRE(desk("answer " + kOpening + " easy").exit == 0);
  CHECK(contains(desk("story rename oncall-load quiet-nights").out, "the answers to 1 card"));
  CHECK(desk("why my-stories/quiet-nights#opening --json").json()["reviews"] == 1);
  CHECK(desk("undo").exit == 0);
  CHECK(desk("why " + kOpening + " --json").json()["reviews"] == 1);
  REQUIRE(desk("config story.cards false").exit == 0);
  CHECK_FALSE(contains(desk("today").out + desk("today").err, "in no deck"));
  CHECK_FALSE(contains(desk("doctor").out, "my-stories"));
}
