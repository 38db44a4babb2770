// Undo and redo within a sitting.
#include <doctest/doctest.h>

#include "cli/seat.h"

using namespace starling;
using test::contains;
using test::reviews;
using test::Seat;

TEST_CASE("what u takes back is named where it is not the card that comes next") {
  Seat seat;
  seat.leave_only("basic");
  REQUIRE(seat.desk("log problem 76 --failed --minutes 20").exit == 0);
  (void)seat.review({'u', 'q'});
  CHECK(contains(seat.screen(1), "Undid: problem “Minimum Window Substring” not solved."));
  CHECK(contains(seat.screen(1), "Basic question?"));

  REQUIRE(seat.desk("answer lp-ownership/neighbour-lost-rows again").exit == 0);
  (void)seat.review({'u', 'q'});
  CHECK(contains(seat.screen(1), "Undid: again for lp-ownership/neighbour-lost-rows."));

  REQUIRE(seat.desk("card suspend lp-ownership/neighbour-lost-rows").exit == 0);
  (void)seat.review({'u', 'q'});
  CHECK(contains(seat.screen(1), "Undid: suspended lp-ownership/neighbour-lost-rows."));
}

TEST_CASE("the card that comes next goes without its name, whatever was taken back of it") {
  Seat seat;
  seat.leave_only("basic");
  (void)seat.desk("card unsuspend kinds/cloze");
  (void)seat.review({'s', 'u', ' ', '4', 'u', 'r', 'q'});
  CHECK(contains(seat.screen(2), "Undid: suspended this card."));
  CHECK(contains(seat.screen(5), "Undid: easy."));
  CHECK(contains(seat.screen(6), "Redid: easy."));
}

TEST_CASE("an answer of an earlier sitting that r brings back is none of this one") {
  Seat seat;
  REQUIRE(seat.desk("answer kinds/basic easy").exit == 0);
  REQUIRE(seat.desk("undo").exit == 0);
  seat.leave_only("basic");
  REQUIRE(seat.desk("undo 7 --yes").exit == 0);
  CHECK_FALSE(contains(seat.review({'r', 'q'}).out, "1 answer,"));

  // One that was taken back in it is.
  (void)seat.desk("undo 9 --yes");
  CHECK(contains(seat.review({' ', '4', key::kEscape, 'q'}).out, "1 answer, 100 % recalled"));
  CHECK(seat.desk("undo").exit == 0);
  CHECK(contains(seat.review({' ', '4', 'u', 'r', 'q'}, {}).out, "1 answer, 100 % recalled"));
}
