// What was done beside what the plan wants: gates, the week, the month, what is weakest.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::text_of;
using test::widest;

TEST_CASE("gates stand with value, target and evidence, and a missed one is exit 1") {
  Desk desk;
  desk.begin();
  CHECK(desk("gates --date 2026-11-24").exit == 0);
  const Reply late = desk("gates --month 1 --date 2026-12-21");
  CHECK(late.exit == 1);
  CHECK(contains(late.out, "0 of 6 gates met, 6 missed"));
  CHECK(contains(late.out, "25+ problems solved"));
  CHECK(contains(late.out, "0 of 25"));
  CHECK(contains(late.out, "0 problems in the log"));
  const Json gates = desk("gates --json --date 2026-11-24").json()["gates"];
  CHECK(gates[0]["id"] == "m1-problems");
  CHECK(gates[0]["value"] == 0);
  CHECK(gates[0]["target"] == 25);
  CHECK(gates[0]["passed"] == false);
  CHECK(gates[0]["due"] == "2026-12-20");
  std::set<int> months;
  int of_t30 = 0;
  for (const Json& gate : gates) {
    months.insert(gate["month"].get<int>());
    if (gate["id"].get<std::string>().starts_with("t30-")) {
      ++of_t30;
      CHECK(gate["due"] == "2027-04-07");
    }
  }
  CHECK(months == std::set<int>{1, 2, 3, 4, 5, 6});
  CHECK(of_t30 == 4);
  check_refused(desk, "gates --month 7", "--month goes from 1 to 6, not 7");
}

TEST_CASE("a story of which nothing is written is no draft") {
  Desk desk;
  desk.begin();
  for (int i = 1; i <= 10; ++i) REQUIRE(desk("story new Night " + std::to_string(i) + " --principle CO").exit == 0);
  const auto drafts = [&] {
    const Json gates = desk("gates --month 1 --json").json()["gates"];
    for (const Json& gate : gates)
      if (gate["id"] == "m1-stories") return gate["value"].get<int>();
    return -1;
  };
  CHECK(drafts() == 0);
  CHECK(contains(desk("gates --month 1").out, "10 with no section written"));
  desk.columns = 160;
  CHECK(contains(desk("gates").out, "0 stories complete, 0 being written, 10 with no section written"));
  std::string text = text_of(desk.home() / "stories/night-1.toml");
  const std::string begin = "situation = \"\"\"\n";
  text.insert(text.find(begin) + begin.size(), "Orders were lost on each Monday.\n");
  desk.folder.write("study/stories/night-1.toml", text);
  CHECK(drafts() == 1);
}

TEST_CASE("the week says how many of its tasks are done, as the day does, and not that nothing is") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("done 2 --minutes 15 --date 2026-12-07").exit == 0);
  REQUIRE(desk("done 3 --minutes 40 --date 2026-12-07").exit == 0);
  const Json week = desk("week --json --date 2026-12-07").json();
  CHECK(week["tasks"]["done"] == 2);
  CHECK(week["tasks"]["planned"].get<int>() > 20);
  const std::string tasks = "2 of " + std::to_string(week["tasks"]["planned"].get<int>());
  CHECK(contains(desk("today --date 2026-12-07").out, "Week 3: " + tasks + " tasks"));
  const std::string screen = desk("week --date 2026-12-07").out;
  CHECK_FALSE(contains(screen, "nothing yet"));
  CHECK(contains(screen, "Done\n  no cards or tellings yet\n  Tasks                   " + tasks + "\n"));
  desk.columns = 40;
  CHECK(contains(desk("week --date 2026-12-07").out, "\n  Tasks: " + tasks + "\n"));
}

TEST_CASE("the week has every field of the timeline's tracker, and three goals of one's own") {
  Desk desk;
  desk.begin();
  const std::string week = desk("week --date 2026-12-09").out;
  for (const char* field : {"Problems solved", "Easy", "Medium", "Hard", "Designs", "Quality", "Time", "Stories practised", "New stories",
                            "Quality improvements", "Mock interviews", "Your goals for next week"}) {
    CAPTURE(field);
    CHECK(contains(week, field));
  }
  CHECK(contains(week, "0 of 15"));
  CHECK(contains(week, "target 35 min"));
  CHECK(contains(week, "None yet: starling week 4 --goals TEXT"));
  CHECK(contains(desk.run({"week", "--goals", "sleep", "--goals", "two mocks", "--date", "2026-12-09"}).out, "  - two mocks"));
  CHECK(contains(desk("week 4 --date 2026-12-14").out, "your own: sleep"));
  CHECK(desk("week --json --date 2026-12-09").json()["next_goals"] == Json{"sleep", "two mocks"});
  CHECK(contains(desk("undo --date 2026-12-09").out, "goals"));
  CHECK(desk("week --json --date 2026-12-09").json()["next_goals"] == Json::array());
  CHECK(contains(desk("week --format md --date 2026-12-09").out, "\n## Coding\n\n- Problems solved: 0 of 15\n"));
  const Reply four = desk.run({"week", "--goals", "a", "--goals", "b", "--goals", "c", "--goals", "d"});
  CHECK(four.exit == 2);
  CHECK(contains(four.err, "three times at most"));
}

TEST_CASE("what the plan says of hours, months and days stands on a screen: the level's hours, the month's goals, a day's shape") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("week --date 2026-11-24").out, "  15 hours a week are set. L6 is meant to take 15 to 17, 360 to 400 in all."));
  CHECK(desk("week --json --date 2026-11-24").json()["level"] == Json{{"id", "L6"}, {"hours", {360, 400}}, {"hours_per_week", {15, 17}}});
  CHECK(contains(desk("month 1 --date 2026-11-24").out, "Goals\n  - Find out where you stand and what is missing\n"));
  CHECK(desk("month 6 --json --date 2026-11-24").json()["goals"].size() == 4);
  CHECK(contains(desk("month --format md --date 2026-11-24").out, "\n## Goals\n\n- Find out where you stand"));
  const std::string weekday = desk("plan 5 --date 2026-11-24").out;
  CHECK(contains(weekday, "Shape of a day: Weekday\n  06:00  Coding practice, 1 h: one easy problem 15 min, one medium problem 35\n"));
  const Json sprint = desk("plan 17 --json --date 2026-11-24").json()["weeks"][0]["shapes"];
  CHECK(sprint.size() == 1);
  CHECK(sprint[0]["blocks"][0]["start"] == "06:00");
  CHECK(sprint[0]["blocks"][1]["parts"][0] == Json{{"text", "one complete design"}, {"minutes", 45}});
  CHECK(desk("plan 15 --json --date 2026-11-24").json()["weeks"][0]["shapes"].size() == 2);
  CHECK(desk("plan 1 --json --date 2026-11-24").json()["weeks"][0]["shapes"].empty());
  desk.columns = 40;
  CHECK(widest(desk("plan 17 --date 2026-11-24").out) <= 40);
}

TEST_CASE("a learner who is behind is told so after a week, with what the timeline advises") {
  Desk desk;
  desk.begin();
  CHECK_FALSE(contains(desk("week --date 2026-11-25").out, "Behind"));
  const std::string week = desk("week --date 2026-12-09").out;
  CHECK(contains(week, "Behind\n  Of the last 14 days' tasks 0 % are done, by their minutes."));
  CHECK(contains(week, "Put mock interviews and feedback first"));
  CHECK_FALSE(contains(desk("week 2 --date 2026-12-09").out, "Behind"));
}

TEST_CASE("the month asks the timeline's nine questions and is kept until the learner writes into it") {
  Desk desk;
  desk.begin();
  const std::string month = desk("month 1 --date 2026-12-21").out;
  CHECK(contains(month, "Achievements: what went well"));
  CHECK(contains(month, "Next month: resources needed"));
  CHECK(desk("month --json --date 2026-12-21").json()["prompts"].size() == 9);
  CHECK(contains(desk("month 1 --write --date 2026-12-21").out, "notes/month-1.md is written"));
  const auto note = desk.home() / "notes/month-1.md";
  CHECK(contains(text_of(note), "\n## Challenges: areas that need work\n"));
  CHECK(contains(desk("month 1 --write --date 2026-12-21").out, "is up to date"));
  CHECK(contains(desk("month 1 --write --date 2026-12-18").out, "is written"));
  const std::string own = text_of(note) + "My own line.\n";
  desk.folder.write("study/notes/month-1.md", own);
  CHECK(contains(desk("month 1 --write --date 2026-12-22").out, "holds your own words and stays as it is"));
  CHECK(text_of(note) == own);
  check_refused(desk, "month 7", "N goes from 1 to 6, not 7");
}

TEST_CASE("what is weakest is ranked, with the minutes to move") {
  Desk desk;
  desk.begin();
  const Json weak = desk("weak --json --date 2027-04-15").json();
  CHECK(weak["gaps"][0]["metric"] == "confidence");
  CHECK(weak["gaps"][1]["metric"] == "coding-speed");
  CHECK(weak["shift"]["to"] == "leadership");
  CHECK(contains(desk("weak --date 2027-04-15").out, "Medium, target High"));
  CHECK(contains(desk("weak --date 2026-11-24").out, "Nothing is measured yet"));
}

TEST_CASE("no report is wider than its window") {
  for (const int columns : {40, 80}) {
    Desk desk;
    desk.columns = columns;
    desk.begin();
    desk.add_sample_stories();
    desk.run({"week", "--goals", "a goal that is longer than the window that shows it, and then a little longer", "--date", "2027-01-06"});
    for (const char* line : {"week", "gates", "weak", "month", "month 2"}) {
      CAPTURE(line);
      CHECK(widest(desk(std::string(line) + " --date 2027-01-06").out) <= columns);
    }
  }
}

TEST_CASE("a gate is missed when its day is over, not while it lasts") {
  Desk desk;
  desk.begin();
  const auto missed = [&](const std::string& date, const std::string& id) {
    const Json gates = desk("gates --json --date " + date).json()["gates"];
    return std::ranges::find_if(gates, [&](const Json& each) { return each["id"] == id; })->at("missed").get<bool>();
  };
  CHECK(desk("gates --month 1 --date 2026-12-20T09:00").exit == 0);
  CHECK_FALSE(missed("2026-12-20", "m1-problems"));
  CHECK(missed("2026-12-21", "m1-problems"));
  CHECK(desk("gates --month 1 --date 2026-12-21T09:00").exit == 1);
  CHECK_FALSE(missed("2027-04-07", "t30-mocks"));
  CHECK(missed("2027-04-08", "t30-mocks"));
}

TEST_CASE("from the eve of the interview on weak and month speak of no time to come") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("metric set medium-minutes 44 --date 2026-12-14").exit == 0);
  REQUIRE(desk("metric set design-minutes 40 --date 2026-12-14").exit == 0);
  const auto has_next = [&](const std::string& date) {
    const Json prompts = desk("month --json --date " + date).json()["prompts"];
    return std::ranges::any_of(prompts, [](const Json& each) { return each["group"] == "Next month"; });
  };
  const auto advises = [&](const std::string& date) {
    const Json weak = desk("weak --json --date " + date).json();
    return !weak["shift"].is_null() || !weak["advice"].empty();
  };
  CHECK(has_next("2027-05-05"));
  CHECK(advises("2027-05-05"));
  for (const std::string date : {"2027-05-06", "2027-05-07", "2027-05-09"}) {
    CAPTURE(date);
    CHECK_FALSE(has_next(date));
    CHECK_FALSE(advises(date));
  }
  const std::string month = desk("month 1 --date 2026-12-20").out;
  CHECK(contains(month, "44 of at most 30, measured on Mon 14 Dec"));
}
