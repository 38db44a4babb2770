#include <doctest/doctest.h>

#include "cli/desk.h"
#include "study/study.h"
#include "text/text.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;

namespace {

// Twenty days of answers, every seventh of them forgotten.
void study_by_commands(Desk& desk) {
  desk.begin();
  int count = 0;
  for (int offset = 0; offset < 20; ++offset) {
    const std::string date = to_string(test::day("2026-11-23") + std::chrono::days(offset));
    for (int i = 0; i < 15; ++i) {
      const test::Reply next = desk("next --json --date " + date);
      if (next.exit == 1) break;
      const std::string item = next.json()["item"]["item"];
      REQUIRE(desk("answer " + item + (++count % 7 == 0 ? " again" : " good") + " --seconds 30 --date " + date).exit == 0);
    }
  }
}

// One for all who only read it.
Desk& studied() {
  static Desk desk;
  static const bool begun = (study_by_commands(desk), true);
  REQUIRE(begun);
  desk.terminal = nullptr;
  desk.colour = false;
  desk.columns = 80;
  return desk;
}

int sum(const Json& list, const std::string& field) {
  int total = 0;
  for (const Json& each : list) total += each[field].get<int>();
  return total;
}

int rows_of(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

const char* kLastDay = "2026-12-12";

}  // namespace

TEST_CASE("the numbers of stats agree with each other" * doctest::test_suite("once")) {
  Desk& desk = studied();
  const Json json = desk(std::string("stats --json --date ") + kLastDay).json();
  const Json& retention = json["true_retention"];
  REQUIRE(retention["reviews"].get<int>() > 20);
  CHECK(sum(retention["ages"], "reviews") == retention["reviews"]);
  CHECK(sum(retention["weeks"], "reviews") == retention["reviews"]);
  CHECK(retention["weeks"].size() == 8);
  CHECK(retention["weeks"].back()["starts"] == "2026-12-07");
  CHECK(retention["young"]["reviews"].get<int>() + retention["mature"]["reviews"].get<int>() == retention["reviews"]);
  CHECK(sum(json["decks"], "reviews") == retention["reviews"]);
  CHECK(sum(json["calibration"]["bins"], "reviews") == json["calibration"]["reviews"]);
  CHECK(json["calibration"]["reviews"].get<int>() >= retention["reviews"].get<int>());
  CHECK(json["days"].size() == 14);
  CHECK(json["days"].back()["day"] == kLastDay);
  CHECK(json["days"].back()["reviews"] == json["today"]["reviews"]);
  const Json& grades = json["all"]["grades"];
  CHECK(grades["again"].get<int>() + grades["hard"].get<int>() + grades["good"].get<int>() + grades["easy"].get<int>() ==
        json["all"]["reviews"]);
  double of_decks = 0;
  double of_days = 0;
  for (const Json& deck : json["decks"]) of_decks += deck["minutes"].get<double>();
  for (const Json& day : json["days"]) of_days += day["minutes"].get<double>();
  CHECK(of_decks == doctest::Approx(of_days).epsilon(0.02));
}

TEST_CASE("the first screen of stats is whole at 80 by 24 and at 40 by 20" * doctest::test_suite("once")) {
  Desk& desk = studied();
  test::ScriptedTerminal terminal;
  desk.terminal = &terminal;
  for (const auto& [width, height] : {std::pair{80, 24}, std::pair{40, 20}}) {
    terminal.width = width;
    terminal.height = height;
    const std::string out = desk(std::string("stats --date ") + kLastDay).out;
    CHECK(rows_of(out) < height);
    CHECK(contains(out, "predicted"));
    CHECK(contains(out, "young"));
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= width);
  }
}

TEST_CASE("every section fits its screen and --all holds each of them" * doctest::test_suite("once")) {
  Desk& desk = studied();
  const std::string all = desk(std::string("stats --all --date ") + kLastDay).out;
  for (const std::string section : {"week", "age", "deck", "calibration", "day"})
    for (const int columns : {40, 80}) {
      desk.columns = columns;
      const std::string out = desk("stats --by " + section + " --date " + kLastDay).out;
      CHECK(rows_of(out) > 3);
      CHECK(rows_of(out) < 24);
      std::istringstream lines(out);
      for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= columns);
      if (columns == 80) CHECK(contains(all, out));
    }
}

TEST_CASE("a share of few answers is dim and has its count beside it") {
  Desk& desk = studied();
  desk.colour = true;
  const std::string out = desk(std::string("stats --by age --date ") + kLastDay).out;
  const std::size_t mature = out.find("mature");
  REQUIRE(mature != out.npos);
  CHECK(contains(out.substr(mature, out.find('\n', mature) - mature), "\x1b[2m"));
  CHECK(contains(out, "of    0"));
}

TEST_CASE("stats of an empty folder say that nothing was asked, in every section") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("stats").out, "Nothing was asked yet."));
  CHECK(contains(desk("stats --all").out, "Nothing was asked yet."));
  CHECK(desk("stats --by week").out == "Nothing was asked yet.\n");
  const Json json = desk("stats --json").json();
  CHECK(json["true_retention"]["share"].is_null());
  CHECK(json["calibration"]["predicted"].is_null());
  CHECK(json["leeches"] == 0);
}

TEST_CASE("a section that is not there is refused with the nearest") {
  Desk desk;
  CHECK(desk("stats --by weeks").exit == 2);
  CHECK(contains(desk("stats --by weeks").err, "did you mean 'week'"));
  CHECK(desk("stats --by week --all").exit == 2);
  CHECK_FALSE(std::filesystem::exists(desk.home()));
}

TEST_CASE("stats and week give one number of what was new in the same week") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("log problem 238 --minutes 20 --date 2026-11-27").exit == 0);
  REQUIRE(desk("answer problem/lc-0238 good --seconds 100 --date 2026-11-30").exit == 0);
  const Json week = desk("week --json --date 2026-11-30").json()["done"];
  const Json stats = desk("stats --json --date 2026-11-30").json()["week"];
  CHECK(week["reviews"] == 1);
  CHECK(stats["reviews"] == 1);
  CHECK(week["new"] == 0);
  CHECK(stats["new"] == week["new"]);
}
