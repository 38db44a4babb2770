#include <doctest/doctest.h>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;

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
  check_refused(desk, "plan show 99", "today's go from 1 to");
}
