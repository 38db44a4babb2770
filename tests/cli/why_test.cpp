#include <doctest/doctest.h>

#include "cli/desk.h"
#include "study/study.h"
#include "text/text.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;

namespace {

// A learner who met one card on three days.
void meet(Desk& desk, const std::string& more = "") {
  desk.begin(more);
  desk.add_deck("kinds.toml", test::kEveryKind);
  for (const std::string answer : {"good --date 2026-11-23", "good --date 2026-11-24", "again --date 2026-11-28",
                                   "good --date 2026-11-28T12:20"})
    REQUIRE(desk("answer kinds/basic " + answer).exit == 0);
}

Study open(Desk& desk, const Clock& clock, const char* date) {
  return Study(desk.place(), clock, DayAndTime{test::day(date), std::chrono::hours(13)});
}

}  // namespace

TEST_CASE("why tells the course of an item from its first answer to the interview, in at most sixty points") {
  Desk desk;
  meet(desk);
  const Json why = desk("why kinds/basic --json --date 2026-11-29").json();
  const Json& curve = why["curve"];
  REQUIRE(curve.size() > 10);
  CHECK(curve.size() <= 60);
  CHECK(curve.front()["day"] == "2026-11-23");
  CHECK(curve.back()["day"] == "2027-05-07");
  CHECK(curve.back()["recall"].get<double>() == doctest::Approx(why["recall_on_interview"].get<double>()).epsilon(1e-3));
  CHECK(why["retention"] == 0.9);
  CHECK(why["leech"] == false);
  CHECK(why["buried_until"].is_null());
}

TEST_CASE("why draws the course with today, the due day and the interview on it") {
  Desk desk;
  meet(desk);
  for (const int columns : {40, 80}) {
    desk.columns = columns;
    const std::string out = desk("why kinds/basic --date 2026-11-29").out;
    CHECK(contains(out, "100 % |"));
    CHECK(contains(out, "T today 29 Nov"));
    CHECK(contains(out, "D due "));
    CHECK(contains(out, "An answer now: again "));
    CHECK(contains(out, "I interview 7 May"));
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= columns);
  }
}

TEST_CASE("an item that was never asked has no curve") {
  Desk desk;
  meet(desk);
  CHECK(desk("why kinds/typed --json").json()["curve"].empty());
  CHECK_FALSE(contains(desk("why kinds/typed").out, "100 % |"));
}

TEST_CASE("a leech is called one, with what would help") {
  Desk desk;
  meet(desk, "[review]\nleech_lapses = 1\n");
  const test::Reply why = desk("why kinds/basic --json --date 2026-11-29");
  REQUIRE(why.exit == 0);
  CHECK(why.json()["leech"] == true);
  CHECK(contains(desk("why kinds/basic --date 2026-11-29").out, "A leech, forgotten 1 time."));
}

TEST_CASE("what was suspended and unsuspended is in the history") {
  Desk desk;
  meet(desk);
  desk("card suspend kinds/basic --date 2026-11-29");
  desk("card unsuspend kinds/basic --date 2026-11-29");
  desk("card bury kinds/basic --date 2026-11-29");
  const std::string out = desk("why kinds/basic --date 2026-11-29").out;
  CHECK(contains(out, "2026-11-29  suspended"));
  CHECK(contains(out, "2026-11-29  unsuspended"));
  CHECK(contains(out, "2026-11-29  buried until 2026-11-30"));
  CHECK(desk("why kinds/basic --json --date 2026-11-29").json()["buried_until"] == "2026-11-30");
}

TEST_CASE("new weights are in the history of what was answered before them, and go with an undo") {
  Desk desk;
  meet(desk);
  const FixedClock clock{Instant{}};
  {
    Study study = open(desk, clock, "2026-11-29");
    const ItemId basic = *ItemId::parse("kinds/basic");
    const ItemState now = study.state(basic);
    (void)study.adopt(default_weights(), {{basic, now.standing.due.day, test::day("2026-12-09"), now.reviews}});
  }
  REQUIRE(desk("answer kinds/typed good --date 2026-11-30").exit == 0);

  const std::string moved = desk("why kinds/basic --date 2026-11-30").out;
  CHECK(contains(moved, "2026-11-29  new weights, next 2026-12-09"));
  const Json history = desk("why kinds/basic --json --date 2026-11-30").json()["history"];
  REQUIRE(history.size() == 5);
  CHECK(contains(history[4]["text"], "new weights of fsrs-6, 1 date moved"));
  // The other card was met after them.
  CHECK(desk("why kinds/typed --json --date 2026-11-30").json()["history"].size() == 1);

  desk("undo 2 --date 2026-11-30");
  CHECK_FALSE(contains(desk("why kinds/basic --date 2026-11-30").out, "new weights"));
  const Json undone = desk("why kinds/basic --json --date 2026-11-30").json()["history"];
  CHECK(undone[4]["counts"] == false);
  CHECK(undone[3]["counts"] == true);
}

TEST_CASE("why names its days from the last answer, and tells no recall on an interview that is over") {
  Desk desk;
  meet(desk);
  CHECK(contains(desk("why kinds/basic --date 2026-11-29").out, " after its last answer\n"));
  CHECK(contains(desk("why kinds/basic --date 2027-05-07").out, "on the day of the interview"));
  const test::Reply over = desk("why kinds/basic --date 2027-05-12");
  CHECK_FALSE(contains(over.out, "interview"));
  CHECK(desk("why kinds/basic --json --date 2027-05-12").json()["recall_on_interview"].is_null());
}

TEST_CASE("a learning step that is taken early is not said to have ended") {
  Desk desk;
  desk.begin("[review]\nnew_per_day = 1\n");
  const std::string item = desk("next --json --date 2026-11-23T09:00").json()["item"]["item"];
  REQUIRE(desk("answer " + item + " again --date 2026-11-23T09:00").exit == 0);
  const std::string early = desk("why " + item + " --date 2026-11-23T09:00").out;
  CHECK(contains(early, "Its learning step ends at 09:01: it is asked now, since nothing"));
  // With others before it.
  REQUIRE(desk("config review.new_per_day 5 --date 2026-11-23T09:00").exit == 0);
  CHECK(contains(desk("why " + item + " --date 2026-11-23T09:00").out, "ends at 09:01: before that it is asked where"));
  CHECK(contains(desk("why " + item + " --date 2026-11-23T09:02").out, "Its learning step has ended: it is asked now."));
}

TEST_CASE("why of a story that is put away names the way to take it out again") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("story new Pages --principle OW").exit == 0);
  REQUIRE(desk("story archive pages").exit == 0);
  std::string why = desk("why story/pages").out;
  std::ranges::replace(why, '\n', ' ');
  CHECK(contains(why, "It is retired: 'starling story archive pages --back' takes the story out again."));
  CHECK_FALSE(contains(why, "card is retired"));
}

TEST_CASE("an answer to what is not asked says so, with the way to have it asked") {
  Desk desk;
  desk.begin();
  const auto flat = [&](const std::string& line) {
    std::string text = desk(line).out;
    std::ranges::replace(text, '\n', ' ');
    return text;
  };
  REQUIRE(desk("story new Pages --principle OW").exit == 0);
  CHECK(contains(flat("answer story/pages good"), "It is not asked on that day. The story is not whole yet: 'starling story list' says what it lacks."));
  CHECK(desk("answer story/pages good --json").json()["not_asked"] == "draft");
  REQUIRE(desk("story archive pages").exit == 0);
  CHECK(contains(flat("answer story/pages good"), "It is not asked on that day. It is retired: 'starling story archive pages --back' takes the story out again."));
  CHECK(desk("answer story/pages good --json").json()["not_asked"] == "retired");
  CHECK_FALSE(contains(flat("answer aws-s3/s3-slow-down good"), "It is not asked"));
  CHECK(desk("answer aws-s3/s3-slow-down good --json").json()["not_asked"].is_null());
  REQUIRE(desk("card suspend aws-s3/s3-slow-down").exit == 0);
  CHECK(contains(flat("answer aws-s3/s3-slow-down good"), "It is not asked on that day. It is suspended: 'starling card unsuspend "));
  CHECK(desk("answer aws-s3/s3-slow-down good --json").json()["not_asked"] == "suspended");
}
