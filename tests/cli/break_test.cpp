#include <doctest/doctest.h>

#include <string>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::text_of;

TEST_CASE("a break is planned, shown, lived through and taken back") {
  Desk desk;
  desk.begin("# my own remark\nrest_days = []\n");
  CHECK(desk("break --date 2026-12-22").out == "No break is planned. Plan one: starling break 2027-01-03..10\n");
  const std::string planned = desk("break 2027-01-03..10 --date 2026-12-22").out;
  CHECK(planned.starts_with("A break from Sun 3 Jan to Sun 10 Jan 2027.\nYou will recall "));
  CHECK(contains(planned, "; before it was "));
  const Json one_more = desk("break 2027-02-05 --json --date 2026-12-22").json();
  CHECK(one_more["recall"]["after"] > 0);
  CHECK(one_more["recall"]["before"] > 0);
  const std::string settings = text_of(desk.home() / "starling.toml");
  CHECK(contains(settings, "days_off = [\"2027-01-03..2027-01-10\", \"2027-02-05\"]"));
  CHECK(contains(settings, "# my own remark\n"));

  const Json list = desk("break --json --date 2026-12-22").json();
  CHECK(list["version"] == 1);
  CHECK(list["breaks"].size() == 2);
  CHECK(list["breaks"][0] == Json{{"from", "2027-01-03"}, {"to", "2027-01-10"}, {"days", 8}});

  CHECK(contains(desk("today --date 2026-12-30").out, "A break from Sun 3 Jan to Sun 10 Jan 2027."));
  CHECK_FALSE(contains(desk("today --date 2026-12-22").out, "A break"));
  CHECK(contains(desk("today --date 2027-01-04").out, "A break until Sun 10 Jan 2027. Nothing is asked"));
  CHECK(contains(desk("week --date 2027-01-05").out, "A break from Sun 3 Jan to Sun 10 Jan 2027.") !=
        contains(desk("week --date 2027-01-05").out, "A break until Sun 10 Jan 2027."));
  CHECK(contains(desk("forecast --days 20 --date 2026-12-30").out, "A break from Sun 3 Jan to Sun 10 Jan 2027."));
  CHECK(desk("forecast --days 20 --json --date 2026-12-30").json()["breaks"].size() == 1);
  CHECK(desk("next --json --date 2027-01-05").exit == 1);
  CHECK(desk("next --json --date 2027-01-11").exit == 0);

  CHECK(desk("break --remove 2027-01-03 --date 2026-12-22").out.starts_with("A day off on Fri 5 Feb 2027.\n"));
  CHECK(desk("next --json --date 2027-01-05").exit == 0);
  CHECK(desk("break --remove 2027-02-05 --date 2026-12-22").exit == 0);
  CHECK(contains(text_of(desk.home() / "starling.toml"), "days_off = []"));
}

TEST_CASE("of breaks that touch the whole is taken back by its first day, and one by its own") {
  Desk desk;
  desk.begin();
  for (const char* days : {"2026-12-24..2027-01-02", "2027-01-03..05"}) REQUIRE(desk(std::string("break ") + days + " --date 2026-12-10").exit == 0);
  CHECK(desk("break --date 2026-12-10").out == "A break from Thu 24 Dec to Tue 5 Jan 2027.\n");
  CHECK(desk("break --remove 2027-01-03 --date 2026-12-10").out.starts_with("A break from Thu 24 Dec to Sat 2 Jan 2027.\n"));
  REQUIRE(desk("undo --date 2026-12-10").exit == 0);
  CHECK(desk("break --remove 2026-12-24 --date 2026-12-10").out.starts_with("No break is planned."));
}

TEST_CASE("a break that cannot be is refused, and nothing is changed") {
  Desk desk;
  desk.begin();
  const std::string before = text_of(desk.home() / "starling.toml");
  check_refused(desk, "break 2026-11-01..10", "2026-11-01 is past");
  check_refused(desk, "break 2027-01-10..03", "before it begins");
  check_refused(desk, "break 2027-01-03..2029-01-03", "a year long at most");
  check_refused(desk, "break christmas", "write 2027-01-03..2027-01-10");
  check_refused(desk, "break --remove 2027-01-03", "no break begins on 2027-01-03");
  check_refused(desk, "break 2027-01-03 --remove 2027-01-03", "--remove");
  CHECK(text_of(desk.home() / "starling.toml") == before);
  REQUIRE(desk("config interview 2027-03-05").exit == 0);
  check_refused(desk, "break 2027-03-01..10", "cannot hold the day of the interview, Fri 5 Mar 2027");
  check_refused(desk, "replan --off 2027-03-05", "cannot hold the day of the interview");
  CHECK(contains(desk("break 2027-03-06..10").out, "It comes after the interview, Fri 5 Mar 2027."));
  CHECK(desk("break 2027-03-20 --json").json()["warnings"][0] == "It comes after the interview, Fri 5 Mar 2027.");
  Desk elsewhere;
  check_refused(elsewhere, "break 2027-01-03..10", "there is no study folder");
}

TEST_CASE("a break for which the plan has no other days says how many tasks fall out, and where ways to go on are") {
  Desk desk;
  desk.begin();
  const std::string out = desk("break 2027-01-04..31 --date 2026-12-22").out;
  CHECK(contains(out, " left out."));
  CHECK(contains(out, "Ways to go on with the plan: starling replan"));
  const Json reply = desk("break 2027-02-01..20 --json --date 2026-12-22").json();
  REQUIRE(reply["warnings"].size() >= 1);
  CHECK(contains(reply["warnings"][0].get<std::string>(), " left out."));
}

TEST_CASE("a break takes the free hours of its weekend, and says by which room it leaves tasks out") {
  Desk desk;
  desk.begin();
  const Json said = desk("break 2027-01-04..08 --json --date 2026-12-07").json()["warnings"];
  REQUIRE(said.size() == 1);
  CHECK(contains(said[0].get<std::string>(), " have no room in their part of another day of the week, rest days aside, and are left out."));
  CHECK(desk("plan show w07-d1-read-single-table --json --date 2026-12-07").json()["date"] == "2027-01-09");
}

TEST_CASE("a break cannot hold the day that the plan ends with, where no other day was named") {
  Desk desk;
  desk.folder.write("study/starling.toml", "start = 2026-11-23\n[day]\ntime_zone = \"UTC\"\n");
  check_refused(desk, "break 2027-05-03..10 --date 2026-12-22", "cannot hold the day of the interview, Fri 7 May 2027");
}
