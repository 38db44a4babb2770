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

TEST_CASE("line by line too i says why the card is asked, ? has the keys, and t types an answer") {
  Seat seat;
  seat.leave_only("basic");
  Reply reply = review_by(seat, "i\n?\nt\nBasic answer\ni\n:?\n:t\n3\n");
  CHECK_FALSE(contains(reply.out, "Not one of the choices"));
  CHECK(reply.out.find("It is new") < reply.out.find("Keys of a sitting"));
  CHECK(contains(reply.out, "Right."));
  CHECK(contains(reply.out, "The answer is shown already."));
  CHECK(last_grade(seat.desk, "kinds/basic") == "good");

  Seat typist;
  typist.leave_only("typed");
  reply = review_by(typist, ":i\n:?\n:t\nGoethe\n3\n");
  CHECK_FALSE(contains(reply.out, "No match"));
  CHECK(contains(reply.out, "It is new"));
  CHECK(contains(reply.out, "Type it here."));
  CHECK(last_grade(typist.desk, "kinds/typed") == "good");
}

TEST_CASE("line by line too what is put away comes back by what is named") {
  for (const char* next : {"typed", "choice"}) {
    CAPTURE(next);
    Seat seat;
    seat.leave_only("basic");
    REQUIRE(seat.desk(std::string("card unsuspend kinds/") + next).exit == 0);
    const Reply reply = review_by(seat, "s\n:u\nq\n");
    CHECK(contains(reply.out, "Suspended. :u brings it back."));
    CHECK(seat.desk("why kinds/basic --json").json()["suspended"] == false);
  }
  Seat seat;
  seat.leave_only("basic");
  REQUIRE(seat.desk("card unsuspend kinds/cloze").exit == 0);
  CHECK(contains(review_by(seat, "b\nu\nq\n").out, "Buried until tomorrow. u brings it back."));
}
