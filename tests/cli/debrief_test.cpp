// After the interview: what was asked, what came of it, and what the next attempt begins from.
#include <doctest/doctest.h>

#include <algorithm>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;

namespace {

constexpr const char* kAfter = "2027-05-10";

std::string plan_notice(Desk& desk, const std::string& date) {
  std::string text;
  const Json day = desk("today --json --date " + date).json();
  for (const Json& notice : day["notices"])
    if (notice["kind"] == "plan") text += notice["text"].get<std::string>();
  return text;
}

Reply add(Desk& desk, std::vector<std::string> more) {
  std::vector<std::string> words{"debrief", "add", "--date", kAfter, "--on", "2027-05-07"};
  words.insert(words.end(), more.begin(), more.end());
  return desk.run(words);
}

}  // namespace

TEST_CASE("a story that was told goes on under its new name") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  REQUIRE(add(desk, {"--question", "When were you wrong?", "--story", "checkout-cells"}).exit == 0);
  const auto told = [&] { return desk(std::string("debrief --json --date ") + kAfter).json()["questions"][0]["story"]; };
  REQUIRE(desk(std::string("story rename checkout-cells small-cells --date ") + kAfter).exit == 0);
  CHECK(told() == "small-cells");
  REQUIRE(desk("undo").exit == 0);
  CHECK(told() == "checkout-cells");
}

TEST_CASE("what was asked is kept with its principle, story, follow-ups and rating, and undone as one deed") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  CHECK(desk(std::string("debrief --date ") + kAfter).exit == 1);
  CHECK(add(desk, {"--question", "When were you wrong?", "--principle", "AR", "--story", "checkout-cells", "--follow-up", "Who told you?",
                   "--follow-up", "When?", "--rating", "2"}).exit == 0);
  const Json kept = desk(std::string("debrief --json --date ") + kAfter).json()["questions"][0];
  CHECK(kept["day"] == "2027-05-07");
  CHECK(kept["principle"] == "are-right-a-lot");
  CHECK(kept["story"] == "checkout-cells");
  CHECK(kept["follow_ups"] == Json({"Who told you?", "When?"}));
  CHECK(kept["rating"] == 2);
  const std::string shown = desk(std::string("debrief --date ") + kAfter).out;
  for (const char* part : {"When were you wrong?", "Are Right, A Lot", "checkout-cells", "2 of 5", "Who told you?"}) CHECK(contains(shown, part));
  CHECK(contains(desk(std::string("debrief --on 2027-05-08 --date ") + kAfter).out, "Nothing is written down"));
  CHECK(contains(desk("undo").out, "a question of the interview"));
  CHECK(desk(std::string("debrief --json --date ") + kAfter).json()["questions"].empty());
}

TEST_CASE("a slip in a debrief is refused, and nothing is written") {
  Desk desk;
  desk.begin();
  check_refused(desk, "debrief add", "--question");
  check_refused(desk, "debrief add --rating 3", "--question");
  check_refused(desk, "debrief add --question Why --principle XY", "no principle");
  check_refused(desk, "debrief add --question Why --story nothing", "nothing");
  check_refused(desk, "debrief add --question Why --rating 6", "1 to 5");
  check_refused(desk, "debrief add --question Why --on 2027-06-01 --date 2027-05-10", "to come");
  check_refused(desk, "debrief outcome", "offer");
  check_refused(desk, "debrief outcome hired", "offer");
  CHECK(desk.run({"debrief", "outcome", "rejected", "--reason", " "}).exit == 2);
  CHECK(desk("undo").exit == 1);
}

TEST_CASE("a person is asked one short question after the other, and leaves any of them empty") {
  Desk desk;
  desk.begin();
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "When were you wrong?\nXY\nAR\n\nWho told you?\n\n9\n2\nWhy us?\n\n\n\n\n\nrejected\nDepth\n\n";
  const Reply asked = desk(std::string("debrief --date ") + kAfter);
  CHECK(asked.exit == 0);
  CHECK(contains(asked.out, "What was asked?"));
  CHECK(contains(asked.out, "There is no principle 'XY'"));
  const Json kept = desk(std::string("debrief --json --date ") + kAfter).json();
  REQUIRE(kept["questions"].size() == 2);
  CHECK(kept["questions"][0]["follow_ups"] == Json({"Who told you?"}));
  CHECK(kept["questions"][0]["rating"] == 2);
  CHECK(kept["questions"][1]["principle"].is_null());
  CHECK(kept["questions"][1]["rating"].is_null());
  CHECK(kept["outcomes"][0]["result"] == "rejected");
  CHECK(kept["outcomes"][0]["reasons"] == Json({"Depth"}));
  // What is there is shown, not asked anew.
  CHECK(contains(desk(std::string("debrief --date ") + kAfter).out, "Question 1"));
}

TEST_CASE("the debrief is kept as Markdown until the learner writes into it") {
  Desk desk;
  desk.begin();
  REQUIRE(add(desk, {"--question", "When were you *wrong*?"}).exit == 0);
  CHECK(contains(desk(std::string("debrief --format md --date ") + kAfter).out, "When were you \\*wrong\\*?"));
  CHECK(desk(std::string("debrief --write --date ") + kAfter).exit == 0);
  CHECK(contains(test::text_of(desk.home() / "notes/debrief.md"), "# Debrief"));
  desk.folder.write("study/notes/debrief.md", "mine");
  CHECK(desk(std::string("debrief --write --json --date ") + kAfter).json()["note"]["kept"] == true);
}

TEST_CASE("after the interview the plan says once that it is over, and then what comes of it") {
  Desk desk;
  desk.begin();
  CHECK(contains(desk("today --date 2027-05-08").out, "thank-you"));
  CHECK(contains(plan_notice(desk, "2027-05-08"), "The interview was on Fri 7 May 2027."));
  CHECK(contains(plan_notice(desk, "2027-05-12"), "The plan has been over since Sun 9 May 2027."));
  CHECK(contains(plan_notice(desk, "2027-05-12"), "starling debrief add"));
  const Json over = desk("today --json --date 2027-05-12").json();
  for (const Json& notice : over["notices"]) CHECK(notice["kind"] == "plan");
  REQUIRE(add(desk, {"--question", "Why us?"}).exit == 0);
  CHECK(contains(plan_notice(desk, "2027-05-12"), "starling debrief outcome"));
  REQUIRE(desk("debrief outcome waiting --date 2027-05-12").exit == 0);
  CHECK_FALSE(contains(plan_notice(desk, "2027-05-12"), "debrief"));
  REQUIRE(desk("debrief outcome offer --date 2027-05-20").exit == 0);
  const std::string offer = plan_notice(desk, "2027-05-21");
  CHECK(contains(offer, "starling backup"));
  CHECK_FALSE(contains(offer, "A new date"));
}

TEST_CASE("a second attempt begins from the debrief: weak has it first, and today says so in its first week") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  REQUIRE(add(desk, {"--question", "When were you wrong?", "--principle", "AR", "--story", "checkout-cells", "--follow-up", "Who told you?",
                     "--rating", "1"}).exit == 0);
  REQUIRE(add(desk, {"--question", "A result?", "--principle", "DR", "--rating", "5"}).exit == 0);
  REQUIRE(desk.run({"debrief", "outcome", "rejected", "--reason", "No figures", "--date", "2027-05-20"}).exit == 0);
  const std::string weak = desk("weak --date 2027-05-21").out;
  CHECK(contains(weak, "What went badly in your interview"));
  CHECK(weak.find("Are Right, A Lot: 1 of 5") < weak.find("Follow-ups that hurt"));
  CHECK(contains(weak, "Who told you? (Are Right, A Lot)"));
  CHECK(contains(weak, "No figures"));
  CHECK_FALSE(contains(weak, "Deliver Results"));
  const Json interview = desk("weak --json --date 2027-05-21").json()["interview"];
  CHECK(interview["low"][0]["id"] == "are-right-a-lot");
  CHECK(interview["outcome"] == "rejected");

  REQUIRE(desk("init --start 2027-06-07 --interview 2027-11-19 --date 2027-06-07").exit == 0);
  const auto says = [&](const char* date) { return contains(desk(std::string("today --date ") + date).out, "Begin from your last interview"); };
  CHECK(says("2027-06-07"));
  CHECK(says("2027-06-13"));
  CHECK_FALSE(says("2027-06-14"));
  CHECK(contains(desk("today --date 2027-06-07").out, "starling debrief"));
}

TEST_CASE("a second attempt begins with nothing done and keeps what is known; undo brings the first one back") {
  Desk desk;
  test::keep_parsed_decks(desk.place());
  const auto on = [&](const std::string& date, const std::string& line) { return desk(line + " --date " + date); };
  const auto done_of_week = [&](const std::string& date) { return on(date, "today --json").json()["progress"]["tasks_done"].get<int>(); };
  REQUIRE(on("2026-11-23", "init --level L6 --start 2026-11-23 --interview 2027-01-15 --yes").exit == 0);
  for (int task = 1; task <= 5; ++task) REQUIRE(on("2026-11-23", "done " + std::to_string(task)).exit == 0);
  REQUIRE(on("2026-11-24", "log design parking-garage --minutes 45").exit == 0);
  REQUIRE(on("2026-11-24", "log problem 3 --minutes 20").exit == 0);
  REQUIRE(on("2026-11-25", "mock add design --minutes 45 --score scope=5").exit == 0);
  CHECK(done_of_week("2026-11-25") > 5);
  REQUIRE(on("2027-01-18", "debrief outcome rejected --reason Depth").exit == 0);
  const int first = done_of_week("2026-11-25");

  REQUIRE(on("2027-07-05", "init --start 2027-07-05 --interview 2027-08-27 --yes").exit == 0);
  CHECK(done_of_week("2027-07-05") == 0);
  CHECK_FALSE(contains(on("2027-07-05", "done 1").out, "Done before"));
  CHECK(done_of_week("2027-07-05") == 1);
  REQUIRE(on("2027-07-05", "undo").exit == 0);

  REQUIRE(on("2027-07-05", "init --plan amazon-6-week --start 2027-07-05 --interview 2027-08-13").exit == 0);
  for (const char* date : {"2027-07-05", "2027-07-06", "2027-07-11"}) CHECK(done_of_week(date) == 0);
  const Json gates = on("2027-07-05", "gates --json").json()["gates"];
  for (const Json& gate : gates)
    if (gate["evidence"] != "stories" && gate["value"].is_number()) CHECK(gate["value"] == 0);
  CHECK(on("2027-07-05", "problem show 3 --json").json()["problem"]["state"] == "solved");
  CHECK(on("2027-07-05", "mock list --json").json()["mocks"].size() == 1);
  CHECK(contains(on("2027-07-05", "weak").out, "Depth"));

  REQUIRE(on("2027-07-05", "undo 2").exit == 0);
  CHECK(done_of_week("2026-11-25") == first);
}

TEST_CASE("a second attempt is not measured by the figures of the first one") {
  Desk desk;
  test::keep_parsed_decks(desk.place());
  const auto on = [&](const std::string& date, const std::string& line) { return desk(line + " --date " + date); };
  REQUIRE(on("2026-11-23", "init --level L6 --start 2026-11-23 --interview 2027-01-15 --yes").exit == 0);
  REQUIRE(on("2026-12-07", "metric set medium-minutes 20").exit == 0);
  REQUIRE(desk.run({"mock", "add", "behavioural", "--score", "clarity=3", "--feedback", "say I", "--date", "2026-12-08"}).exit == 0);
  CHECK(contains(on("2026-12-09", "weak").out, "measured on Mon 7 Dec"));
  CHECK_FALSE(contains(on("2026-12-09", "feedback list").out, "earlier attempt"));
  REQUIRE(on("2027-01-18", "debrief outcome rejected --reason Depth").exit == 0);
  REQUIRE(on("2027-07-05", "init --plan amazon-6-week --start 2027-07-05 --interview 2027-08-13 --yes").exit == 0);
  CHECK_FALSE(contains(on("2027-07-05", "weak").out, "measured on"));
  CHECK_FALSE(contains(on("2027-07-05", "baseline").out, "20 min,"));
  CHECK(contains(on("2027-07-05", "feedback list").out, "in an earlier attempt"));
  CHECK_FALSE(contains(on("2027-07-05", "mock list").out, "Latest"));
  REQUIRE(on("2027-07-06", "metric set medium-minutes 28").exit == 0);
  CHECK(contains(on("2027-07-06", "metric list").out, "28 min"));
}

TEST_CASE("what was moved and added in the first attempt leaves the plan of the second one as it is") {
  Desk desk;
  desk.begin();
  const auto on = [&](const std::string& date, const std::string& line) { return desk(line + " --date " + date); };
  const auto week = [&](const std::string& number) {
    std::vector<std::string> ids;
    const Json plan = on("2027-06-07", "plan " + number + " --json").json();
    for (const Json& day : plan["weeks"][0]["days"])
      for (const Json& task : day["tasks"]) ids.push_back(task["id"].get<std::string>() + " " + day["date"].dump());
    for (const Json& day : plan["weeks"][0]["left_out"])
      for (const Json& task : day["tasks"]) ids.push_back(task["id"]);
    return ids;
  };
  const auto begin_again = [&] { return on("2027-06-07", "init --start 2027-06-07 --interview 2027-11-19"); };
  REQUIRE(on(kAfter, "debrief outcome rejected").exit == 0);
  REQUIRE(begin_again().exit == 0);
  const auto first = week("1");
  const auto fifth = week("5");
  REQUIRE(on("2027-06-07", "undo 2").exit == 0);

  REQUIRE(on("2026-12-20", "plan move w05-d1-sliding-window 2026-12-24").exit == 0);
  REQUIRE(desk.run({"plan", "add", "Call Ana", "--on", "2026-12-26", "--minutes", "45", "--date", "2026-12-20"}).exit == 0);
  REQUIRE(on("2026-12-28", "replan --take compress --yes").exit == 0);
  REQUIRE(on(kAfter, "debrief outcome rejected").exit == 0);
  REQUIRE(begin_again().exit == 0);
  CHECK(week("1") == first);
  CHECK(week("5") == fifth);
}

TEST_CASE("after a rejection today, the outcome, init and the list of plans lead to the plan for a second attempt") {
  Desk desk;
  desk.begin();
  constexpr const char* kCommand = "starling init --plan amazon-6-week --start DATE --interview DATE";
  const auto fits = [&](const std::string& date) {
    std::string id;
    const Json list = desk("plan --list --json --date " + date).json();
    for (const Json& plan : list["plans"])
      if (plan["fits"] == true) id = plan["id"].get<std::string>();
    return id;
  };
  const auto unwrapped = [](std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
  };
  CHECK_FALSE(contains(plan_notice(desk, kAfter), "amazon-6-week"));
  REQUIRE(desk(std::string("debrief outcome withdrawn --date ") + kAfter).exit == 0);
  CHECK_FALSE(contains(plan_notice(desk, kAfter), "amazon-6-week"));
  const Reply outcome = desk(std::string("debrief outcome rejected --date ") + kAfter);
  CHECK(contains(unwrapped(outcome.out), kCommand));
  CHECK(contains(plan_notice(desk, kAfter), kCommand));

  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "\n2027-12-17\n2027-11-08\n";
  CHECK(contains(desk("init --date 2027-11-08").out, "Plan [amazon-6-week]"));
  desk.in = "\n2028-04-21\n2027-11-08\n";
  CHECK(contains(desk("init --date 2027-11-08").out, "Plan [amazon-24-week]"));
  desk.terminal = nullptr;

  const Reply far = desk("init --start 2027-11-08 --interview 2028-04-21 --date 2027-11-08");
  CHECK_FALSE(contains(far.out, "amazon-6-week"));
  const Reply near = desk("init --start 2027-11-08 --interview 2027-12-17 --date 2027-11-08");
  CHECK(contains(unwrapped(near.out), "6 weeks are there: amazon-6-week, for a second attempt, would fit better: starling init --plan amazon-6-week"));
  CHECK(fits("2027-11-08") == "amazon-6-week");
  REQUIRE(desk("init --plan amazon-6-week --date 2027-11-08").exit == 0);
  CHECK(contains(desk("plan --list --date 2027-11-08").out, "yours, and it fits best"));
}

TEST_CASE("no control character comes into a deed, whichever option or line brings it") {
  Desk desk;
  desk.begin();
  REQUIRE(desk.run({"debrief", "add", "--question", "Why\x1b[31m so?", "--follow-up", "And\x07 then?"}).exit == 0);
  REQUIRE(desk.run({"week", "--goals", "Rest\x1b[2J"}).exit == 0);
  REQUIRE(desk.run({"log", "problem", "Odd\x1b one", "--minutes", "9", "--note", "long\xc2\x9b way"}).exit == 0);
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "Which\x1b[D trade?\n\n\n\n\n\n";
  REQUIRE(desk("debrief add").exit == 0);
  std::string lines;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.home() / "log"))
    if (entry.is_regular_file()) lines += test::text_of(entry.path());
  for (const char* kept : {"Why [31m so?", "And  then?", "Rest [2J", "Odd  one", "long  way", "Which [D trade?"}) CHECK(contains(lines, kept));
  for (const char* raw : {"\\u001b", "\\u0007", "\xc2\x9b", "\x1b"}) CHECK_FALSE(contains(lines, raw));
}
