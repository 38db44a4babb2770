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
