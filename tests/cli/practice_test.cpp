#include <doctest/doctest.h>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;

TEST_CASE("nothing before the attempt gives the plan of a problem away") {
  Desk desk;
  desk.begin();
  CHECK_FALSE(contains(desk("problem show 76").out, "Pitfalls"));
  CHECK(desk("problem show 76 --json").json()["plan"].is_null());
  CHECK(contains(desk("problem show minimum window --plan").out, "Pitfalls"));
  CHECK(desk("exercise show chat --json").json()["after"].is_null());
  REQUIRE(desk("answer problem/lc-0076 again").exit == 0);
  CHECK(contains(desk("problem show lc-0076").out, "Pitfalls"));
  CHECK(desk("problem next --count 1 --json").json()["problems"][0]["why"] == "failed");
}

TEST_CASE("a slip in the name of a problem, an exercise or a task is met with the nearest") {
  Desk desk;
  desk.begin();
  check_refused(desk, "problem show 77", "76");
  check_refused(desk, "problem show lc-0077", "76");
  check_refused(desk, "exercise show chta", "did you mean 'chat'?");
  check_refused(desk, "plan show w05-two-pointers", "w05-d2-two-pointers");
  check_refused(desk, "plan show 99", "go from 1 to");
  const Json lists = desk("today --json").json()["checklists"];
  REQUIRE_FALSE(lists.empty());
  check_refused(desk, "plan show " + std::to_string(lists[0]["items"][0]["number"].get<int>()), "a line of a list");
}

TEST_CASE("a problem and an exercise are found by the same names where they are shown and where they are logged") {
  Desk desk;
  desk.begin();
  for (const char* name : {"lc-0076", "problem/lc-0076", "76", "lc-76", "MINIMUM window SUBSTRING", "minimum window"}) {
    CAPTURE(name);
    CHECK(desk.run({"problem", "show", name, "--json"}).json()["problem"]["id"] == "lc-0076");
    CHECK(desk.run({"log", "problem", name, "--json"}).json()["item"] == "problem/lc-0076");
  }
  const std::string title = desk("exercise show chat --json").json()["exercise"]["title"];
  for (const std::string& name : {std::string("chat"), std::string("exercise/chat"), title}) {
    CAPTURE(name);
    CHECK(desk.run({"log", "design", name, "--json"}).json()["item"] == "exercise/chat");
  }
  // The title of one's own, which is the beginning of another.
  CHECK(desk.run({"log", "problem", "minimum window", "--difficulty", "easy", "--json"}).json()["item"] == nullptr);
}
