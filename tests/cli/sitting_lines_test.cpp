// A sitting line by line.
#include <doctest/doctest.h>

#include "cli/seat.h"

using namespace starling;
using test::contains;
using test::last_grade;
using test::Reply;
using test::reviews;
using test::Seat;

namespace {

Reply review_by(Seat& seat, const std::string& lines) {
  seat.terminal.moves = false;
  seat.desk.in = lines;
  return seat.desk("review --deck kinds");
}

}  // namespace

TEST_CASE("a line that is no key and no grade books nothing and does nothing") {
  Seat seat;
  seat.leave_only("basic");
  for (const char* line : {"24", "bad", "gut", "q q", "11", "1 2", "?!"}) {
    CAPTURE(line);
    const Reply reply = review_by(seat, "\n" + std::string(line) + "\nq\n");
    CHECK(contains(reply.out, std::string("Not one of the choices: ") + line));
    CHECK(reviews(seat.desk, "kinds/basic") == 0);
  }
  CHECK(contains(review_by(seat, "easy\nq\n").out, "Not one of the choices: easy"));
  // Words of the screen itself are its keys.
  (void)review_by(seat, "\neasy\n");
  CHECK(last_grade(seat.desk, "kinds/basic") == "easy");
  CHECK(seat.desk("undo").exit == 0);
  CHECK(contains(review_by(seat, "bury\nq\n").out, "Buried until tomorrow."));
}
