#include <doctest/doctest.h>

#include "cli/desk.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;

namespace {


int reviews(Desk& desk, const std::string& item) { return desk("why " + item + " --json").json()["reviews"]; }

}  // namespace

TEST_CASE("a sitting by keys shows the question, then the answer with four buttons and their intervals") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  ScriptedTerminal terminal;
  terminal.keys = {' ', '4', 'q'};
  desk.terminal = &terminal;
  const Json promised = desk("next --deck kinds --json").json()["outcomes"]["easy"];
  const Reply reply = desk("review --deck kinds");
  CHECK(reply.exit == 0);
  CHECK(reply.out.find("Basic question?") < reply.out.find("Basic answer"));
  CHECK(contains(reply.out, "1 again: 1 min"));
  CHECK(contains(reply.out, "3 good: 10 min"));
  CHECK(contains(reply.out, "4 easy: " + promised["label"].get<std::string>()));
  CHECK(contains(reply.out, "1 card answered"));
  CHECK(reviews(desk, "kinds/basic") == 1);
}

TEST_CASE("the same key twice takes a card that was known, and nothing takes one that was not matched") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  ScriptedTerminal terminal;
  terminal.keys = {' ', ' ', '\n', 'q'};  // basic by Space, Space; Enter does not grade what did not match
  terminal.lines = {"Schiller"};
  desk.terminal = &terminal;
  const Reply reply = desk("review --deck kinds");
  CHECK(contains(reply.out, "No match."));
  CHECK(reviews(desk, "kinds/basic") == 1);
  CHECK(desk("why kinds/basic --json").json()["history"].back()["grade"] == "good");
  CHECK(reviews(desk, "kinds/typed") == 0);
}

TEST_CASE("typed, number, choice, ordered and cloze cards are checked, and the learner may overrule") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  // Line by line: an empty line shows an answer; an empty grade takes the suggested one.
  desk.in = "\n4\n"          // basic
            "GÖTHE\n4\n"     // typed, nearly
            "1 d\n\n"        // number in another unit: right, good
            "three\n1\n"     // choice by its text: wrong, nothing is proposed
            "nonsense\n"     // ordered: no answer at all, asked again
            "1 2 3\n3\n"     // right or not, overruled to good
            "three\n4\n"     // cloze
            "\n4\n"          // code
            "q\n";
  const Reply reply = desk("review --deck kinds");
  CHECK(contains(reply.out, "Nearly."));
  CHECK(contains(reply.out, "Three is odd."));
  CHECK(contains(reply.out, "A quorum of […] of five."));
  CHECK(contains(reply.out, "Type each number from 1 to 3 once"));
  CHECK(contains(reply.out, "    mid = (lo + hi) // 2"));
  CHECK(contains(reply.out, "Who wrote Faust?"));
  const auto last_grade = [&](const std::string& item) {
    return desk("why " + item + " --json").json()["history"].back()["grade"].get<std::string>();
  };
  CHECK(last_grade("kinds/typed") == "easy");
  CHECK(last_grade("kinds/number") == "good");
  CHECK(last_grade("kinds/choice") == "again");
  CHECK(last_grade("kinds/ordered") == "good");
  CHECK(last_grade("kinds/cloze#1") == "easy");
}

TEST_CASE("u takes back the last answer and the card comes again; s and b put a card away") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  ScriptedTerminal terminal;
  terminal.keys = {' ', '4'};
  terminal.lines = {":u"};
  desk.terminal = &terminal;
  Reply reply = desk("review --deck kinds");
  CHECK(contains(reply.out, "Took back: easy for kinds/basic."));
  CHECK(reviews(desk, "kinds/basic") == 0);

  terminal.keys = {'s'};
  terminal.lines = {":b"};
  reply = desk("review --deck kinds");
  CHECK(desk("why kinds/basic --json").json()["suspended"] == true);
  CHECK(contains(desk("why kinds/typed").out, "buried until"));
  CHECK(desk("card unsuspend kinds/basic").exit == 0);
  CHECK(desk("why kinds/basic --json").json()["suspended"] == false);
}

TEST_CASE("the limit and the minutes of a sitting hold") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  desk.in = "\n4\nGoethe\n4\n24\n4\n1\n4\n";
  CHECK(contains(desk("review --deck kinds --limit 2").out, "2 cards answered"));
  CHECK(desk("stats --json").json()["today"]["reviews"] == 2);
}

TEST_CASE("end of input leaves a sitting with every answer kept") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  desk.in = "\n4\nGoethe\n";
  CHECK(desk("review --deck kinds").exit == 0);
  CHECK(desk("stats --json").json()["today"]["reviews"] == 1);
}

TEST_CASE("an empty queue says so and exits 1") {
  Desk desk;
  desk.begin();
  const Reply next = desk("next --json");
  CHECK(next.exit == 1);
  CHECK(next.json()["item"] == nullptr);
  CHECK(next.json()["next_due"] == nullptr);
  CHECK(desk("review").exit == 1);
}

TEST_CASE("next and answer go step by step, and undo and redo say what they did") {
  Desk desk;
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  const Json next = desk("next --json").json();
  CHECK(next["item"]["item"] == "kinds/basic");
  CHECK(next["item"]["state"] == "new");
  CHECK(next["front"] == "Basic question?");
  CHECK(next["back"] == "Basic answer");
  for (const char* grade : {"again", "hard", "good", "easy"}) {
    CHECK(next["outcomes"][grade].contains("due"));
    CHECK(next["outcomes"][grade].contains("interval_days"));
    CHECK(next["outcomes"][grade].contains("label"));
  }
  const Json answer = desk("answer kinds/basic easy --seconds 9 --json").json();
  CHECK(parse_deed_id(answer["deed"].get<std::string>())->number == 1);
  CHECK(answer["grade"] == "easy");
  CHECK(answer["state"] == "review");
  CHECK(answer["due"] == next["outcomes"]["easy"]["due"]);
  CHECK(answer["interval_days"] == next["outcomes"]["easy"]["interval_days"]);
  CHECK(answer["stability"].get<double>() == doctest::Approx(8.2956));
  CHECK(answer["leech"] == false);

  CHECK(desk("undo").out == "Took back: easy for kinds/basic\n");
  CHECK(desk("undo").exit == 1);
  CHECK(desk("redo").out == "Brought back: easy for kinds/basic\n");
  CHECK(reviews(desk, "kinds/basic") == 1);
  (void)desk("answer kinds/typed 3");
  (void)desk("answer kinds/number 2");
  CHECK(desk("undo 2 --json").json()["events"].size() == 2);
  CHECK(reviews(desk, "kinds/typed") == 0);
}

TEST_CASE("a story is told against the clock, graded part by part, and comes back") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  ScriptedTerminal terminal;
  terminal.waits = 3;
  terminal.keys = {' ', '3', '3', '2', '3', '4', '\n'};
  desk.terminal = &terminal;
  const Reply told = desk("story tell checkout-cells");
  CHECK(told.exit == 0);
  CHECK(told.out.find("Cutting the blast radius") < told.out.find("> situation"));
  CHECK(told.out.find("Ownership") < told.out.find("> situation"));
  CHECK(told.out.find("> situation") < told.out.find("In February 2024"));
  CHECK(contains(told.out, "of 2:50"));
  CHECK(contains(told.out, "Enter takes hard, the weakest part."));
  CHECK(contains(told.out, "Kept: hard in"));
  const Json why = desk("why story/checkout-cells --json").json();
  CHECK(why["reviews"] == 1);
  CHECK(why["history"][0]["grade"] == "hard");
  CHECK(why["history"][0]["seconds"].get<double>() > 0);
  CHECK(desk("coverage --json").json()["principles"][1]["tellings"] == 1);
}

TEST_CASE("leaving a telling before its grades keeps nothing") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  ScriptedTerminal terminal;
  terminal.keys = {' ', '3', 'q'};
  desk.terminal = &terminal;
  CHECK(desk("story tell checkout-cells").exit == 1);
  CHECK(reviews(desk, "story/checkout-cells") == 0);
}

TEST_CASE("a new story is a valid file for its principle, and its id is never taken twice") {
  Desk desk;
  desk.begin();
  const Reply made = desk.run({"story", "new", "Night", "pages", "--principle", "BE", "--json"});
  CHECK(made.exit == 0);
  CHECK(made.json()["id"] == "night-pages");
  CHECK(made.json()["principle"] == "earths-best-employer");
  const Json list = desk("story list --json").json();
  REQUIRE(list["stories"].size() == 1);
  CHECK(list["stories"][0]["complete"] == false);
  CHECK(desk.run({"story", "new", "Night pages"}).exit == 2);
  CHECK(desk.run({"story", "new", "漢字"}).exit == 2);
  CHECK(desk.run({"story", "new", "Other", "--principle", "boldness"}).exit == 2);
}
