// More than the day holds: the reason why nothing is asked, a command below it that works, and what it then asks.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "cli/desk.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;

namespace {

// Answers what `next` with these options asks until nothing is left; the items, in order.
std::vector<std::string> go_through(Desk& desk, const std::string& options) {
  std::vector<std::string> items;
  for (Json next = desk("next --json" + options).json(); !next["item"].is_null(); next = desk("next --json" + options).json()) {
    items.push_back(next["item"]["item"]);
    if (items.size() > 200) break;
    REQUIRE(desk("answer " + items.back() + " easy --seconds 5").exit == 0);
  }
  return items;
}

// The command that stands on a line of its own, without "starling".
std::string command_in(const std::string& text) {
  const auto at = text.find("\n  starling ");
  REQUIRE(at != std::string::npos);
  const std::string line = text.substr(at + 3, text.find('\n', at + 1) - at - 3);
  return line.substr(std::string("starling ").size());
}

}  // namespace

TEST_CASE("the first day of the plan has cards to learn, of the principles and of estimates, not two of a deck in a row") {
  for (const std::string level : {"L6", "L7"}) {
    Desk desk;
    desk.folder.write("study/starling.toml", "level = \"" + level +
                                                 "\"\nstart = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n");
    CHECK(desk("today --json").json()["review"]["new"] >= 10);
    std::set<std::string> decks;
    std::string before;
    for (const std::string& item : go_through(desk, "")) {
      const std::string deck = item.substr(0, item.find('/'));
      if (decks.size() < 11) CHECK(deck != before);
      before = deck;
      decks.insert(deck);
    }
    CHECK(decks.size() == 11);
    CHECK(decks.contains("estimation-numbers"));
  }
}

TEST_CASE("when the day's new cards are begun that is the reason, and the command below it begins more") {
  Desk desk;
  desk.begin("[review]\nnew_per_day = 3\n");
  CHECK(go_through(desk, "").size() == 3);
  const Reply none = desk("next");
  CHECK(none.exit == 1);
  CHECK(contains(none.out, "3 new cards a day are begun"));
  CHECK(contains(none.out, ": more with\n  starling next --new 10\n"));
  CHECK(desk("next --json").json()["more"]["new"] == 10);
  CHECK(desk(command_in(none.out)).exit == 0);
  CHECK(contains(desk("review").out, "\n  starling review --new 10\n"));
}

TEST_CASE("minutes that are used are the reason, and the command below it asks more") {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 5\n");
  REQUIRE(desk("answer lp-think-big/meaning easy --seconds 400").exit == 0);
  const Reply none = desk("next");
  CHECK(contains(none.out, "Today's 5 minutes are used"));
  CHECK(contains(none.out, "\n  starling next --minutes 10\n"));
  CHECK(desk(command_in(none.out)).exit == 0);
  CHECK(desk("next --new 2").exit == 0);
}

TEST_CASE("a deck that the plan has not opened says when it does, and the command below it begins it today") {
  Desk desk;
  desk.begin();
  const Reply none = desk("next --deck aws-lambda");
  CHECK(none.exit == 1);
  CHECK(contains(none.out, "the plan opens more on Wed 6 Jan"));
  CHECK(contains(none.out, "  starling next --deck aws-lambda --ahead 44\n"));
  CHECK(desk(command_in(none.out)).exit == 0);
  CHECK(desk("next --deck aws-lambda --ahead 44 --new 5 --minutes 3").exit == 0);
}

TEST_CASE("the numbers of today are those of the forecast's first day") {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 4\n");
  REQUIRE(desk("answer lp-think-big/meaning good --seconds 9").exit == 0);
  const Json today = desk("today --json").json()["review"];
  const Json first = desk("forecast --days 3 --json").json()["days"][0];
  CHECK(first["reviews"] == today["due"]);
  CHECK(first["new"] == today["new"]);
}

TEST_CASE("on a pretended day the seconds of the answers are real, and today tells of them") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("answer lp-think-big/meaning good --seconds 20 --date 2026-11-24").exit == 0);
  CHECK(contains(desk("today --date 2026-11-24").out, "Done: 1 answer, 100 % recalled, 20 s"));
  REQUIRE(desk("answer lp-think-big/meaning good --seconds 80 --date 2026-11-24").exit == 0);
  CHECK(contains(desk("today --date 2026-11-24").out, "Done: 2 answers, 100 % recalled, 2 min"));
  test::ScriptedTerminal terminal;
  terminal.keys = {' ', '4', ' ', '4', 'q'};
  desk.terminal = &terminal;
  REQUIRE(desk("review --date 2026-11-30 --deck lp-dive-deep").exit == 0);
  CHECK(contains(desk("today --date 2026-11-30").out, " s\n"));
}
