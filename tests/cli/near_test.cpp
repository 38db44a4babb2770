#include <doctest/doctest.h>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;

TEST_CASE("a card named without its schedule is put away with all of them as one deed") {
  Desk desk;
  desk.begin();
  desk.add_deck("mine.toml",
                "schema = 1\n[deck]\nid = \"mine\"\ntitle = \"Mine\"\narea = \"mixed\"\nweeks = [1]\n[[card]]\nid = \"two\"\n"
                "kind = \"reversible\"\nfront = \"Front of it\"\nback = \"Back of it\"\n");
  const Json reply = desk("card suspend mine/two --json").json();
  CHECK(reply["item"] == "mine/two");
  CHECK(reply["items"] == Json{"mine/two#f", "mine/two#r"});
  CHECK(desk("why mine/two#f --json").json()["suspended"] == true);
  CHECK(desk("why mine/two#r --json").json()["suspended"] == true);
  CHECK(desk("undo").exit == 0);
  CHECK(desk("why mine/two#f --json").json()["suspended"] == false);
  CHECK(desk("why mine/two#r --json").json()["suspended"] == false);
  CHECK(contains(desk("card bury mine/two").out, "mine/two with its 2 schedules"));
  // What is so already is no deed, and undo takes the first one back.
  CHECK(desk("card bury mine/two").out == "mine/two is buried already.\n");
  REQUIRE(desk("card suspend mine/two").exit == 0);
  CHECK(desk("card suspend mine/two").out == "mine/two is suspended already.\n");
  CHECK(desk("card suspend mine/two --json").json()["deed"].is_null());
  REQUIRE(desk("undo").exit == 0);
  CHECK_FALSE(desk("why mine/two#f --json").json()["suspended"].get<bool>());
  CHECK(desk("card unsuspend mine/two").out == "mine/two is not suspended.\n");
  check_refused(desk, "why mine/two", "near: mine/two#f, mine/two#r");
}

TEST_CASE("a part of a name brings the ids near it, and why shows what is asked") {
  Desk desk;
  desk.begin();
  check_refused(desk, "deck show aws", "near: aws-");
  check_refused(desk, "why S3", "aws-s3/");
  const Reply why = desk("why aws-s3/s3-slow-down");
  CHECK(why.exit == 0);
  const std::string question = desk("why aws-s3/s3-slow-down --json").json()["question"];
  CHECK_FALSE(question.empty());
  CHECK(contains(why.out, question.substr(0, 20)));
}

TEST_CASE("a word that is part of a principle or a metric leads to it, and what has two names is named once") {
  Desk desk;
  desk.begin();
  check_refused(desk, "sheet --principle owner", "'owner' is not a principle; did you mean 'ownership'?");
  check_refused(desk, "sheet --principle zzzz", "'zzzz' is not a principle; use one of: CO, OW, ");
  check_refused(desk, "metric set medium 30", "the plan has no metric 'medium'; did you mean 'medium-minutes'?");
  check_refused(desk, "metric set zzzz 30", "the plan has no metric 'zzzz'; all of them: starling metric list");
  check_refused(desk, "exercise show shortener", "did you mean 'url-shortener'?");
}
