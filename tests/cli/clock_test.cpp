// A clock that went back, and a zone of the host that cannot be read.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/desk.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Reply;

TEST_CASE("a clock that went back is named in one line once a day, harms nothing, and is not named for a pretended day") {
  Desk desk;
  desk.begin();
  CHECK(desk("today").err.empty());
  CHECK(desk("answer lp-think-big/meaning good").err.empty());
  CHECK(desk("today").err.empty());
  CHECK(desk("answer lp-think-big/meaning good --date 2026-12-03").exit == 0);
  for (const std::string line : {"today", "today --json", "review"}) {
    CAPTURE(line);
    CHECK(desk("today --quiet").err.empty());
    const Reply reply = desk(line);
    CHECK(contains(reply.err, "The clock shows 2026-11-23 12:00, but the last deed is of 2026-12-03 12:00: nothing is lost;"));
    CHECK(std::ranges::count(reply.err, '\n') == 1);
    CHECK(reply.exit < 2);
    CHECK(desk(line).err.empty());
    // As on the day after.
    int notes = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder / "state"))
      if (file.path().filename() == "clock-told") {
        std::ofstream(file.path()) << "2026-11-22\n";
        ++notes;
      }
    CHECK(notes == 1);
  }
  CHECK(desk("today --quiet").err.empty());
  CHECK(desk("today --date 2026-12-04").err.empty());
  CHECK(desk("answer lp-think-big/meaning good --json").json()["item"] == "lp-think-big/meaning");
  CHECK(desk("why lp-think-big/meaning --json").json()["history"].size() == 3);
}

TEST_CASE("a TZ that cannot be read is told of, and UTC is taken") {
  Desk desk;
  desk.folder.write("study/starling.toml", "start = 2026-11-23\n");
  const char* before = std::getenv("TZ");
  const std::string kept = before ? before : "";
  ::setenv("TZ", "Mars/Olympus", 1);
  CHECK(contains(desk("today").err, "TZ 'Mars/Olympus' cannot be read as a time zone: UTC is taken;"));
  ::setenv("TZ", "IST-5:30", 1);
  const Reply reply = desk("answer lp-think-big/meaning good --json");
  CHECK(reply.err.empty());
  CHECK(contains(reply.out, "+05:30"));
  if (before)
    ::setenv("TZ", kept.c_str(), 1);
  else
    ::unsetenv("TZ");
}

TEST_CASE("an answer under a clock that was set back is promised, told and kept for one and the same date") {
  struct Case {
    std::string fast, first, slow, second;
  };
  for (const Case& each : {Case{"2026-11-23T11:00", "easy", "2026-11-23T10:00", "again"},
                           Case{"2026-11-24T06:00", "easy", "2026-11-23T10:00", "good"},
                           Case{"2026-12-23T10:00", "easy", "2026-11-23T10:00", "good"},
                           Case{"2026-12-23T10:00", "good", "2026-11-23T10:00", "again"}}) {
    CAPTURE(each.fast);
    CAPTURE(each.second);
    Desk desk;
    desk.begin();
    CHECK(desk("answer lp-think-big/meaning " + each.first + " --date " + each.fast).exit == 0);
    const auto why = [&] { return desk("why lp-think-big/meaning --json --date " + each.slow).json(); };
    const auto shown = why()["outcomes"][each.second];
    const auto told = desk("answer lp-think-big/meaning " + each.second + " --json --date " + each.slow).json();
    CHECK(told["due"] == shown["due"]);
    CHECK(told["interval_days"] == shown["interval_days"]);
    CHECK(why()["due"] == told["due"]);
    CHECK(why()["reviews"] == 2);
  }
}

TEST_CASE("an answer under the right clock comes back by that clock, though one under a clock a year fast lies before it") {
  Desk desk;
  desk.begin();
  CHECK(desk("answer lp-think-big/meaning good --date 2027-12-08T09:00").exit == 0);
  const auto why = [&](const std::string& date) { return desk("why lp-think-big/meaning --json --date " + date).json(); };
  const auto shown = why("2026-12-07T09:00")["outcomes"]["good"];
  const auto told = desk("answer lp-think-big/meaning good --json --date 2026-12-07T09:00").json();
  CHECK(told["due"] == shown["due"]);
  CHECK(told["due"].get<std::string>() < "2026-12-31");
  CHECK(why("2026-12-07T09:10")["due"] == told["due"]);
  const std::string due = told["due"].get<std::string>().substr(0, 10);
  const auto later = desk("answer lp-think-big/meaning good --json --date " + due + "T09:00").json();
  CHECK(later["due"].get<std::string>() > due);
  CHECK(later["due"].get<std::string>() < "2027-05-07");
  CHECK(why(due + "T09:10")["reviews"] == 3);
}

TEST_CASE("a clock that was set back far, to before the plan or most of the history, is not trusted") {
  Desk desk;
  desk.begin();
  CHECK(desk("answer lp-think-big/meaning good --date 2026-11-24T09:00").exit == 0);
  for (const char* date : {"2026-11-30", "2026-12-01", "2026-12-02"})
    CHECK(desk(std::string("answer lp-earn-trust/own-slip good --date ") + date + "T09:00").exit == 0);
  const auto due_after = [&](const std::string& date) {
    return desk("answer lp-earn-trust/own-slip good --json --date " + date).json()["due"].get<std::string>();
  };
  CHECK(due_after("2025-11-25T09:00") > "2026-12-02");
  CHECK(due_after("2026-11-24T09:00") > "2026-12-02");
}

TEST_CASE("with the clock set back, undo takes back the answer just given, and redo brings it back") {
  for (const std::string first : {"2026-11-25T09:20", "2026-12-25T09:20", "2026-11-23T12:20"}) {
    CAPTURE(first);
    Desk desk;
    desk.begin();
    CHECK(desk("answer estimation-numbers/million-a-day good --date " + first).exit == 0);
    CHECK(desk("answer lp-have-backbone/hour-after good --date 2026-11-23T10:20").exit == 0);
    CHECK(desk("answer lp-think-big/meaning hard --date 2026-11-23T10:21").exit == 0);
    CHECK(desk("undo --date 2026-11-23T10:22").out == "Undid: hard for lp-think-big/meaning\n");
    CHECK(desk("undo --date 2026-11-23T10:23").out == "Undid: good for lp-have-backbone/hour-after\n");
    CHECK(desk("redo --date 2026-11-23T10:24").out == "Redid: good for lp-have-backbone/hour-after\n");
    CHECK(desk("undo 3 --date 2026-11-23T10:25").exit == 0);
    CHECK(desk("redo 3 --date 2026-11-23T10:25").exit == 0);
    CHECK(desk("stats --json --date 2026-11-23T10:26").exit == 0);
    CHECK(desk("undo --date 2026-11-23T10:27").out == "Undid: hard for lp-think-big/meaning\n");
  }
}

TEST_CASE("what a clock far ahead put away comes back when it is asked for under the right one") {
  Desk desk;
  desk.begin();
  CHECK(desk("card suspend lp-think-big/meaning --date 2027-01-05").exit == 0);
  CHECK(desk("card unsuspend lp-think-big/meaning --date 2026-11-24").exit == 0);
  CHECK(desk("why lp-think-big/meaning --json --date 2026-11-24").json()["suspended"] == false);
}
