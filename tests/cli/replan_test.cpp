#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::text_of;

namespace {

constexpr const char* kMondayOfWeekTen = " --date 2027-01-25";

// Next to nothing was done since the plan began, but for its first weeks' boxes.
void begin_and_stop(Desk& desk) {
  desk.begin();
  REQUIRE(desk("done w01-d1-assess-technical --date 2026-11-23").exit == 0);
}

std::string settings_of(const Desk& desk) { return text_of(desk.home() / "starling.toml"); }
std::string plan_of(const Desk& desk) {
  const auto file = desk.home() / "plan.toml";
  return std::filesystem::exists(file) ? text_of(file) : "";
}

Json option_of(const Json& reply, const std::string& way) {
  for (const Json& option : reply["options"])
    if (option["way"] == way) return option;
  return {};
}

}  // namespace

TEST_CASE("replan without a terminal shows the ways and changes nothing") {
  Desk desk;
  begin_and_stop(desk);
  const std::string before = settings_of(desk);
  const auto said = desk(std::string("replan") + kMondayOfWeekTen);
  CHECK(said.exit == 0);
  CHECK(contains(said.out, "Next to nothing was done since"));
  CHECK(contains(said.out, "(keep)"));
  CHECK(contains(said.out, "(compress)"));
  CHECK(contains(said.out, "Gates missed"));
  CHECK(contains(said.out, "Nothing was changed. Take one: starling replan --take WAY --yes"));
  CHECK(settings_of(desk) == before);
  CHECK(plan_of(desk).empty());
}

TEST_CASE("what a preview says to give takes what was previewed") {
  Desk desk;
  begin_and_stop(desk);
  for (const char* preview : {"date 2027-06-04 --take drop", "date 2027-06-04", "replan --hours 20 --take hours", "replan --off 2027-02-03..10 --take keep",
                              "replan --minutes 45 --take hours", "replan --later --take extend"}) {
    CAPTURE(preview);
    const std::string day = kMondayOfWeekTen;
    const auto shown = desk(preview + day);
    const std::string ask = "starling " + std::string(preview) + " --yes";
    std::string flat = shown.out;
    for (std::size_t at = 0; (at = flat.find('\n', at)) != flat.npos;) flat[at] = ' ';
    CHECK(contains(flat, ask));
    const Json before = desk(preview + std::string(" --json") + day).json();
    const auto taken = desk(preview + std::string(" --yes") + day);
    CHECK(contains(taken.out, "Taken: "));
    REQUIRE(desk("undo" + day).exit == 0);
    CHECK(desk(preview + std::string(" --json") + day).json() == before);
  }
  const auto open = desk(std::string("replan --hours 20") + kMondayOfWeekTen);
  CHECK(contains(open.out, "starling replan --hours 20 --take WAY --yes"));
  CHECK(contains(desk(std::string("date 2027-06-04 --take compress") + kMondayOfWeekTen).out, "the interview on Fri 4 Jun 2027"));
}

TEST_CASE("a way that is taken is one deed: undo puts both files back, and no answer is touched") {
  Desk desk;
  begin_and_stop(desk);
  const std::string settings = settings_of(desk);
  const auto taken = desk(std::string("replan --later --take extend --yes --json") + kMondayOfWeekTen);
  REQUIRE(taken.exit == 0);
  CHECK(taken.json()["deed"].is_string());
  CHECK(contains(plan_of(desk), "[[resume]]"));
  CHECK_FALSE(contains(settings_of(desk), "2027-05-07"));
  const Json today = desk(std::string("today --json") + kMondayOfWeekTen).json();
  CHECK(today["week"] == 1);
  CHECK(today["slots"][0]["tasks"][0]["id"] == "w01-d1-assess-technical");
  CHECK(today["slots"][0]["tasks"][0]["done"] == 1);

  const auto undone = desk(std::string("undo") + kMondayOfWeekTen);
  CHECK(undone.exit == 0);
  CHECK(settings_of(desk) == settings);
  CHECK_FALSE(contains(plan_of(desk), "[[resume]]"));
  CHECK(desk(std::string("today --json") + kMondayOfWeekTen).json()["week"] == 10);
  CHECK(desk(std::string("redo") + kMondayOfWeekTen).exit == 0);
  CHECK(desk(std::string("today --json") + kMondayOfWeekTen).json()["week"] == 1);
}

TEST_CASE("what is previewed is what comes: tasks that were dropped and moved stand so afterwards") {
  Desk desk;
  desk.begin();
  for (const char* id : {"w01-d1-assess-technical", "w01-d2-level"}) REQUIRE(desk(std::string("done ") + id + " --date 2026-11-24").exit == 0);
  const std::string date = " --date 2026-12-01";
  const Json before = desk("replan --json" + date).json();
  const Json drop = option_of(before, "drop");
  REQUIRE(drop.is_object());
  CHECK(drop["effect"]["tasks_behind"] == 0);
  REQUIRE(desk("replan --take drop --yes" + date).exit == 0);
  const Json after = desk("replan --json" + date).json();
  CHECK(after["behind"]["tasks"] == 0);
  CHECK(after["now"]["minutes_a_day"] == drop["effect"]["minutes_a_day"]);
}

TEST_CASE("at a terminal a number takes a way, and Enter leaves everything as it is") {
  Desk desk;
  begin_and_stop(desk);
  test::ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "\n";
  CHECK(desk(std::string("replan") + kMondayOfWeekTen).exit == 0);
  CHECK(plan_of(desk).empty());
  desk.in = "9\n2\nn\n";
  CHECK(contains(desk(std::string("replan") + kMondayOfWeekTen).out, "That is none of the numbers."));
  CHECK(plan_of(desk).empty());
  desk.in = "2\ny\n";
  CHECK(contains(desk(std::string("replan") + kMondayOfWeekTen).out, "Taken: "));
  CHECK(contains(plan_of(desk), "[[resume]]"));
}

TEST_CASE("another date is previewed before it is taken, and the start stays") {
  Desk desk;
  desk.begin();
  const std::string before = settings_of(desk);
  CHECK(contains(desk("date --date 2026-12-22").out, "The interview is on Fri 7 May 2027, in 136 days."));
  const auto preview = desk("date 2027-06-04 --date 2026-12-22");
  CHECK(contains(preview.out, "4 spare weeks lie"));
  CHECK(contains(preview.out, "starling date 2027-06-04 --yes"));
  CHECK(settings_of(desk) == before);
  CHECK(desk("date 2027-06-04 --yes --date 2026-12-22").exit == 0);
  CHECK(contains(settings_of(desk), "interview = 2027-06-04"));
  CHECK(contains(settings_of(desk), "start = 2026-11-23"));
  CHECK(contains(desk("undo --date 2026-12-22").out, "interview"));
  CHECK(settings_of(desk) == before);
  CHECK(contains(desk("date 2027-02-05 --date 2026-12-22").out, "Left out: "));
}

TEST_CASE("a wish that cannot be, and a way that is not there, change nothing") {
  Desk desk;
  desk.begin();
  const std::string before = settings_of(desk);
  check_refused(desk, "date 2026-12-01 --date 2026-12-22", "is over");
  check_refused(desk, "date 2027-02-30", "2027-02-30");
  check_refused(desk, "replan --take extend --yes --date 2026-12-22", "is none of the ways there are now");
  check_refused(desk, "replan --yes", "--take");
  check_refused(desk, "replan --off 2026-12-10..01", "before it begins");
  check_refused(desk, "replan --hours 0", "--hours");
  check_refused(desk, "date --yes", "date needs the new day");
  CHECK(settings_of(desk) == before);
}

TEST_CASE("a day without tasks done is no week that was left off, and behind the interview there is nothing to replan") {
  Desk desk;
  desk.begin();
  CHECK_FALSE(contains(desk("replan --date 2026-11-24").out, "Next to nothing"));
  CHECK(desk("replan --json --date 2026-12-02").json()["left_off_in_week"] == 1);
  const test::Reply over = desk("replan --date 2027-05-20");
  CHECK(contains(over.out, "The interview was on Fri 7 May 2027."));
  CHECK_FALSE(contains(over.out, "behind"));
  CHECK(desk("replan --json --date 2027-05-20").json()["options"].empty());
  test::check_refused(desk, "date 2035-01-01 --date 2026-11-24", "more than two years away");
}

TEST_CASE("days off that begin in the middle of a week put nothing on days that are over") {
  const std::string today = " --date 2026-12-10";
  const auto behind = [&](Desk& desk) { return desk("replan --json" + today).json()["behind"]["tasks"].get<int>(); };
  for (const char* way : {"break 2026-12-10..12", "replan --off 2026-12-10..12 --take keep --yes"}) {
    CAPTURE(way);
    Desk desk;
    desk.begin();
    const int before = behind(desk);
    REQUIRE(before > 0);
    const auto said = desk(way + today);
    REQUIRE(said.exit == 0);
    CHECK(behind(desk) == before);
    CHECK(contains(plan_of(desk), "[[move]]"));
    const auto undone = desk("undo" + today).out;
    CHECK(contains(undone, "day.days_off: back to []"));
    CHECK(contains(undone, "Undid: "));
    CHECK_FALSE(contains(plan_of(desk), "[[move]]"));
    CHECK(behind(desk) == before);
  }
  Desk told;
  told.begin();
  const Json warnings = told("break 2026-12-10..12 --json" + today).json()["warnings"];
  REQUIRE(warnings.size() > 0);
  CHECK(contains(warnings[0].get<std::string>(), "into free room of the next weeks."));
  // What is dropped gives room on days that are over, and none of the break's tasks falls there.
  Desk desk;
  desk.begin();
  REQUIRE(desk("break 2026-12-10..2027-05-06" + today).exit == 0);
  CHECK(option_of(desk("replan --json" + today).json(), "drop")["effect"]["tasks_behind"] == 0);
  REQUIRE(desk("replan --take drop --yes" + today).exit == 0);
  CHECK(behind(desk) == 0);
}

TEST_CASE("a date inside this week tells of no resumption that nobody took, nor of mocks that are over") {
  Desk desk;
  test::keep_parsed_decks(desk.place());
  REQUIRE(desk("init --level L7 --start 2026-11-23 --interview 2027-02-12 --yes --date 2026-11-23").exit == 0);
  const auto preview = desk("date 2027-01-08 --date 2027-01-05");
  CHECK_FALSE(contains(preview.out, "move the mocks"));
  REQUIRE(desk("date 2027-01-08 --yes --date 2027-01-05").exit == 0);
  CHECK(contains(desk("plan changes --date 2027-01-05").out, "The plan is as it was shipped."));
  CHECK(contains(plan_of(desk), "[[resume]]"));
}

TEST_CASE("a plan that was taken up again is listed as such") {
  Desk desk;
  begin_and_stop(desk);
  REQUIRE(desk("replan --take compress --yes --date 2027-01-27").exit == 0);
  CHECK(contains(desk("plan changes --date 2027-01-28").out, "Resumed"));
}

TEST_CASE("a way is offered where it leads somewhere, and each by a name of its own") {
  Desk desk;
  desk.begin();
  const Json eve = desk("replan --json --date 2027-05-06").json();
  CHECK(option_of(eve, "compress").is_null());
  CHECK_FALSE(option_of(desk("replan --json --date 2027-05-05").json(), "compress").is_null());
  const Json fewer = desk("replan --hours 5 --json --date 2026-12-10").json();
  CHECK(std::ranges::count(fewer["options"], Json("drop"), [](const Json& option) { return option["way"]; }) == 1);
  check_refused(desk, "replan --take extend --yes --date 2026-12-10", "--later");
  // A week taken up again later than today says from when on there is something to do.
  REQUIRE(desk("replan --take compress --yes --date 2026-12-10").exit == 0);
  CHECK(contains(desk("today --date 2026-12-10").out, "The first tasks are on Mon 14 Dec 2026."));
  const Json other = desk("date 2027-05-28 --take compress --json --date 2027-05-06").json();
  CHECK_FALSE(contains(option_of(other, "compress").dump(), "later than the plan needs"));
}

TEST_CASE("where a date was named, weeks without anything done lead to ways to begin, and none is offered in a break") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("today --date 2026-12-28").out, "5 weeks have passed, nothing is done. Ways to begin: starling replan"));
  REQUIRE(desk("break 2026-12-28..2027-01-03 --date 2026-12-28").exit == 0);
  CHECK_FALSE(contains(desk("today --date 2026-12-28").out, "weeks have passed"));
}
