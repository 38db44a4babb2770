// Wins: kept, listed, dropped, found, and brought back by prompts.
#include <doctest/doctest.h>

#include <array>
#include <deque>

#include "cli/child.h"
#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;
using test::widest;

namespace {

Json wins(Desk& desk, const std::string& more = "") { return desk("win list --json " + more).json()["wins"]; }

}  // namespace

TEST_CASE("a win is kept in its own words, listed by its number, dropped and brought back") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("win list").out, "No wins yet. Keep one while it is fresh: starling win TEXT"));
  const Reply kept = desk.run({"win", "cut paging by 40 %, asked by nobody", "--tag", "Unasked", "--tag", "OW", "--tag", "unasked"});
  CHECK(kept.exit == 0);
  CHECK(contains(kept.out, "Kept as win 1. A story of it: starling story new --from-win 1"));
  CHECK(desk("win told the director no --on 2024-03-01").exit == 0);
  const Json list = wins(desk);
  REQUIRE(list.size() == 2);
  CHECK(list[0]["text"] == "cut paging by 40 %, asked by nobody");
  CHECK(list[0]["tags"] == Json({"unasked", "ow"}));
  CHECK(list[0]["story"].is_null());
  CHECK(list[1]["day"] == "2024-03-01");
  CHECK(wins(desk, "--tag ownership").size() == 1);
  CHECK(wins(desk, "--year 2024")[0]["number"] == 2);
  CHECK(contains(desk("win list --year 2019").out, "No win is like that."));
  const std::string screen = desk("win list").out;
  CHECK(contains(screen, "  1 cut paging by 40 %, asked by nobody\n    2026-11-23 · unasked, ow\n"));
  CHECK(contains(desk("win drop 1").out, "Dropped win 1: cut paging"));
  CHECK(wins(desk).size() == 1);
  check_refused(desk, "win drop 1", "there is no win 1");
  CHECK(contains(desk("undo").out, "a win dropped"));
  CHECK(wins(desk).size() == 2);
  CHECK(desk("undo").exit == 0);
  CHECK(wins(desk).size() == 1);
  CHECK(contains(desk("undo").out, "the win \"cut paging by 40 %"));
  CHECK(wins(desk).empty());
  CHECK(desk("redo").exit == 0);
  CHECK(wins(desk).size() == 1);
}

TEST_CASE("a line that is no win is refused, and nothing is kept") {
  Desk desk;
  desk.begin();
  check_refused(desk, "win", "TEXT");
  check_refused(desk, "win ab", "3 to 500 letters, and this has 2");
  for (const std::string& text : {std::string("   "), std::string("\u2003\u2003\u2003\u2003"), std::string(501, 'a'), std::string("\x01\x02\x03\x07")}) {
    const Reply reply = desk.run({"win", text});
    CHECK(reply.exit == 2);
    CHECK(contains(reply.err, "3 to 500 letters"));
  }
  CHECK(desk.run({"win", "a fine line", "--tag", "!"}).exit == 2);
  check_refused(desk, "win a fine line --on 2030-01-01", "still to come");
  check_refused(desk, "win drop 1", "there is no win yet");
  check_refused(desk, "win drop x", "N takes a whole number");
  CHECK(wins(desk).empty());
  CHECK(desk("undo").exit == 1);
}

TEST_CASE("any letters of the world are kept, and what could move a terminal is not shown") {
  Desk desk;
  desk.begin();
  std::string words;
  for (int i = 0; i < 250; ++i) words += "é ";
  for (const std::string& text : {std::string("\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627"), std::string("\U0001F680\U0001F680\U0001F680"),
                                  std::string("bro\xffken and \x1b[31mred\u202e"), std::string("two\nlines\tand \"quotes\" \\"), words})
    CHECK(desk.run({"win", text}).exit == 0);
  const Json list = wins(desk);
  REQUIRE(list.size() == 5);
  CHECK(list[2]["text"] == "bro\uFFFDken and  [31mred\u202e");
  CHECK(list[3]["text"] == "two lines and \"quotes\" \\");
  desk.columns = 40;
  const std::string screen = desk("win list").out;
  CHECK_FALSE(contains(screen, "\x1b"));
  CHECK_FALSE(contains(screen, "\u202e"));
  CHECK(widest(screen) <= 40);
}

TEST_CASE("a search finds wins by their words and tags, with number and date") {
  Desk desk;
  desk.begin();
  desk.run({"win", "cut zebra paging by 40 %", "--tag", "quagga"});
  const Json found = desk("search zebra --json").json();
  REQUIRE(found["count"] == 1);
  CHECK(found["found"][0]["kind"] == "win");
  CHECK(found["found"][0]["item"] == "1");
  CHECK(found["found"][0]["date"] == "2026-11-23");
  CHECK(desk("search quagga --in wins --json").json()["count"] == 1);
  CHECK(contains(desk("search zebra").out, "win · 2026-11-23"));
  desk("win drop 1");
  CHECK(desk("search zebra").exit == 1);
}

TEST_CASE("without a terminal the prompts are printed, with the answers that are there") {
  Desk desk;
  desk.begin();
  const Json prompts = desk("story mine --json").json()["prompts"];
  CHECK(prompts.size() == 20);
  CHECK(prompts[0]["year"] == 2026);
  CHECK(desk("story mine --json --date 2027-02-01").json()["prompts"][0]["year"] == 2027);
  desk.columns = 40;
  CHECK(widest(desk("story mine").out) <= 40);
}

TEST_CASE("at a terminal a line answers a prompt, Enter passes, u goes back and q leaves all that was kept") {
  Desk desk;
  desk.begin();
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "u\nthe launch\nno\n\nu\nu\nthe other launch\n\nthe outage was mine\nq\n";
  const Reply mined = desk("story mine");
  CHECK(mined.exit == 0);
  CHECK(contains(mined.out, "1 of 20. 2026: "));
  CHECK(contains(mined.out, "This is the first one."));
  CHECK(contains(mined.out, "3 to 500 letters, and this has 2"));
  CHECK(contains(mined.out, "Taken back."));
  CHECK(contains(mined.out, "Kept 2 wins."));
  const Json list = wins(desk);
  REQUIRE(list.size() == 2);
  CHECK(list[0]["text"] == "the other launch");
  CHECK(list[0]["kind"] == "peak");
  CHECK(list[0]["year"] == 2026);
  CHECK(list[1]["kind"] == "failure");
  // It goes on with those that have no answer; what was passed is asked again.
  desk.in = "";
  const Reply again = desk("story mine");
  CHECK(again.exit == 1);
  CHECK(contains(again.out, "1 of 18. With whom did you disagree"));
  std::string all;
  for (int i = 0; i < 18; ++i) all += "a line of mine\n";
  desk.in = all;
  CHECK(contains(desk("story mine").out, "Kept 18 wins."));
  CHECK(contains(desk("story mine").out, "Every prompt has an answer."));
}

TEST_CASE("wins that are kept at once are each told their own number") {
  Desk desk;
  desk.begin();
  std::deque<test::Child> programs;
  for (const char* name : {"one", "two", "three", "four"}) programs.emplace_back(desk, std::vector<std::string>{"win", std::string("win ") + name});
  std::vector<std::string> told;
  for (const test::Child& each : programs) told.push_back(each.read_all());
  const Json wins = desk("win list --json").json()["wins"];
  REQUIRE(wins.size() == 4);
  for (std::size_t i = 0; i < told.size(); ++i)
    for (const Json& win : wins)
      if (win["text"] == std::string("win ") + std::array{"one", "two", "three", "four"}[i])
        CHECK(contains(told[i], "Kept as win " + std::to_string(win["number"].get<int>()) + "."));
}
