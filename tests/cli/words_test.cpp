// What screens say outside a sitting: in one form, exact, and without what is nothing.
#include <doctest/doctest.h>

#include <algorithm>

#include "cli/desk.h"
#include "cli/screen.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;
using test::widest;

namespace {

void answer_some(Desk& desk, int count, const std::string& date) {
  const Json cards = desk("deck show lp-ownership --json").json()["cards"];
  for (int i = 0; i < count; ++i)
    desk("answer " + cards[static_cast<std::size_t>(i) % cards.size()]["items"][0].get<std::string>() + " easy --date " + date);
}

}  // namespace

TEST_CASE("what waits since an earlier day is due since that day, on every screen") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  desk("answer lp-think-big/meaning easy --date 2026-12-01");
  desk("answer story/checkout-cells good --date 2026-12-01");
  const std::string day = " --date 2027-03-02";
  CHECK(contains(desk("today" + day).out, "1 of today's reviews has been due since "));
  CHECK(contains(desk("today" + day).out, "Ownership · due since "));
  CHECK(contains(desk("why lp-think-big/meaning" + day).out, "It has been due since "));
}

TEST_CASE("what is nothing is not said") {
  Desk desk;
  desk.begin();
  CHECK(desk("stats").out == "Nothing was asked yet.\n");
  CHECK(contains(desk("week").out, "Done\n  no cards or tellings yet\n"));
  answer_some(desk, 1, "2026-11-23");
  CHECK(contains(desk("week --date 2026-11-23").out, "Done\n  1 review, 1 of them new\n"));
  answer_some(desk, 1, "2026-12-10");
  const std::string later = desk("stats --date 2026-12-10").out;
  CHECK(contains(later, "Today\n  1 review\n"));
  CHECK_FALSE(contains(later, "0 tellings"));
  CHECK_FALSE(contains(later, "of    0"));
  CHECK_FALSE(contains(later, "hard 0 %"));
}

TEST_CASE("undo and redo take a number, sum up many and list few") {
  Desk desk;
  desk.begin();
  answer_some(desk, 12, "2026-12-01");
  CHECK(desk("undo 100 --date 2026-12-01").out == "Undid 12: 12 answers of Tue 1 Dec\n");
  CHECK(desk("undo --date 2026-12-01").out == "There is nothing to undo.\n");
  const std::string three = desk("redo 3 --date 2026-12-01").out;
  CHECK(std::ranges::count(three, '\n') == 3);
  CHECK(three.starts_with("Redid: easy for "));
  CHECK(desk("redo 20 --json --date 2026-12-01").json()["events"].size() == 9);
  CHECK(desk("redo --date 2026-12-01").out == "There is nothing to redo.\n");
}

TEST_CASE("a person is asked before more than ten go at once, unless --yes says so") {
  Desk desk;
  desk.begin();
  answer_some(desk, 12, "2026-12-01");
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "n\n";
  const Reply kept = desk("undo 12 --date 2026-12-01");
  CHECK(kept.exit == 1);
  CHECK(contains(kept.out, "Undo the last 12? y or n"));
  desk.in = "y\n";
  CHECK(contains(desk("undo 11 --date 2026-12-01").out, "Undid 11: 11 answers"));
  desk.in = "";
  CHECK(contains(desk("redo 11 --yes --date 2026-12-01").out, "Redid 11: 11 answers"));
  CHECK(desk("undo 2 --date 2026-12-01").exit == 0);
}

TEST_CASE("coverage explains its figures, and says point by point what month 4 asks for") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("coverage").out, "1 + 0: primary + secondary stories"));
  CHECK(contains(desk("coverage").out, "17 points: starling coverage --why"));
  const Reply why = desk("coverage --why");
  CHECK(why.exit == 1);
  CHECK(contains(why.out, "  - Dive Deep has no complete story at all.\n"));
  CHECK(desk("coverage --why --json").json() == desk("coverage --json").json());
  CHECK(desk("coverage --why --json").exit == why.exit);
  CHECK(desk("coverage --json").exit == desk("coverage").exit);
  desk.columns = 40;
  CHECK(contains(desk("coverage").out, "Month 4: 17 points; see coverage --why\n"));
  CHECK(widest(desk("coverage --why").out) <= 40);
}

TEST_CASE("a day off shows no task, and a rest day is one for cards") {
  Desk desk;
  desk.begin("days_off = [\"2026-12-01\"]\n");
  const std::string off = desk("today --date 2026-12-01").out;
  CHECK(contains(off, "A day off: nothing is asked, "));
  CHECK_FALSE(contains(off, "Morning"));
  CHECK_FALSE(contains(off, "Tasks:"));
  const std::string sunday = desk("today --date 2026-12-06").out;
  CHECK(contains(sunday, "A rest day: reviews, no new cards."));
}

TEST_CASE("who has no story is told how to begin one on a day that is about stories") {
  Desk desk;
  desk.begin();
  const std::string day = desk("today --date 2026-12-01").out;
  CHECK(contains(day, "Stories: none yet"));
  CHECK(contains(day, "starling story new TITLE\n"));
  desk.add_sample_stories();
  CHECK_FALSE(contains(desk("today --date 2026-12-01").out, "none yet"));
}

TEST_CASE("each story to be told today stands beside the command that begins its telling") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  for (const int columns : {80, 60, 40}) {
    CAPTURE(columns);
    desk.columns = columns;
    const std::string day = desk("today --date 2026-12-22").out;
    CHECK(widest(day) <= columns);
    const Json stories = desk("today --json --date 2026-12-22").json()["stories"];
    REQUIRE(stories.size() == 2);
    for (const Json& story : stories) {
      const std::string command = "story tell " + story["item"].get<std::string>().substr(6);
      CHECK(contains(day, "starling " + command + "\n"));
      CHECK(contains(desk(command + " --date 2026-12-22").out, story["title"].get<std::string>()));
    }
  }
}

TEST_CASE("a week of the plan marks today and the days that are past") {
  Desk desk;
  desk.begin();
  const std::string week = desk("plan 1 --date 2026-11-25").out;
  CHECK(contains(week, "\n> Wed 25 Nov"));
  CHECK(contains(week, "\nTue 24 Nov"));
  CHECK(contains(week, "past, "));
  CHECK_FALSE(contains(desk("plan 3 --date 2026-11-25").out, "past, "));
}

TEST_CASE("today and the forecast say one number of today") {
  Desk desk;
  desk.begin("[review]\nminutes_per_day = 3\n");
  answer_some(desk, 5, "2026-12-01");
  const Json today = desk("today --json --date 2026-12-22").json()["review"];
  const Json first = desk("forecast --json --days 2 --date 2026-12-22").json()["days"][0];
  CHECK(first["reviews"] == today["due"]);
  CHECK(first["new"] == today["new"]);
  CHECK(first["minutes"] == today["minutes"]);
}

TEST_CASE("ids of decks stand whole in 40 columns") {
  Desk desk;
  desk.begin();
  desk.columns = 40;
  const std::string list = desk("deck list").out;
  CHECK(widest(list) <= 40);
  CHECK_FALSE(contains(list, "…"));
}

TEST_CASE("in 40 columns a long label stands above its text, not beside single words") {
  Desk desk;
  desk.begin();
  desk.columns = 40;
  const std::string shown = desk("exercise show parking-garage").out;
  CHECK(widest(shown) <= 40);
  CHECK(contains(shown, "Rubric and hit list, afterwards:\n  starling exercise show parking-garage\n  --after\n"));
  CHECK(contains(desk("week").out, "  Quality improvements:\n    not known: no story has a dated\n    revision\n"));
  CHECK(hanging("  - ", "one two three four", 12) == "  - one two\n    three four\n");
}

TEST_CASE("at a terminal a remark is cut between words, and elsewhere it is one line") {
  Desk desk;
  desk.begin();
  std::string line = desk("why aws-s3/nothing-of-this-name").err;
  CHECK(std::ranges::count(line, '\n') == 1);
  REQUIRE(widest(line) > 40);
  ScriptedTerminal terminal;
  terminal.width = 40;
  desk.terminal = &terminal;
  std::string wrapped = desk("why aws-s3/nothing-of-this-name").err;
  CHECK(widest(wrapped) <= 40);
  CHECK(contains(wrapped, "starling:"));
  for (std::string* each : {&line, &wrapped}) std::erase_if(*each, [](char c) { return c == ' ' || c == '\n'; });
  CHECK(wrapped == line);
}

TEST_CASE("each of several lines begins and ends its own colour") {
  CHECK(Style(true).accent("a\n\nb\n") == "\x1b[36ma\x1b[0m\n\n\x1b[36mb\x1b[0m\n");
}

TEST_CASE("without colour bold and dim stay") {
  const Style plain(Ink(false, true));
  CHECK(plain.bold("a") == "\x1b[1ma\x1b[0m");
  CHECK(plain.dim("a") == "\x1b[2ma\x1b[0m");
  CHECK(plain.accent("a") == plain.bold("a"));
  CHECK(plain.good("a") == "a");
  CHECK(plain.bad("a") == "a");
  const Style none(false);
  CHECK(none.bold("a") == "a");
  const Style full(true);
  CHECK(full.bad("a") != full.warn("a"));
}
