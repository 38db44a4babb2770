// What was done beside the cards: tasks and lists by their numbers, problems, designs, hours, mocks, figures.
#include <doctest/doctest.h>

#include <algorithm>

#include "cli/desk.h"
#include "cli/practice_deeds.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;

namespace {

struct Begun : Desk {
  Begun() { REQUIRE((*this)("init --level L6 --start 2026-11-23 --interview 2027-05-07").exit == 0); }

  Json task(const char* date, const std::string& id) {
    const Json day = (*this)(std::string("today --json --date ") + date).json();
    for (const Json& slot : day["slots"])
      for (const Json& task : slot["tasks"])
        if (task["id"] == id) return task;
    return {};
  }
  std::size_t lines() { return (*this)("undo 1000 --yes --json").json()["events"].size(); }
};

}  // namespace

TEST_CASE("a task is done by its number on the day's screen, once, and an undo takes it back") {
  Begun desk;
  const Reply done = desk("done 1 --date 2026-11-23");
  CHECK(done.exit == 0);
  const std::string id = desk("today --json --date 2026-11-23").json()["slots"][0]["tasks"][0]["id"];
  CHECK(desk.task("2026-11-23", id)["done"] == 1);
  CHECK(desk("done 1 --date 2026-11-23").exit == 1);
  CHECK(desk("done " + id + " --date 2026-11-23").exit == 1);
  CHECK(desk("undo").exit == 0);
  CHECK(desk.task("2026-11-23", id)["done"] == 0);
  CHECK(desk("redo").exit == 0);
  CHECK(desk.task("2026-11-23", id)["done"] == 1);
}

TEST_CASE("who ticks problems or designs is told that what is logged counts, and nobody else is") {
  Begun desk;
  CHECK(desk("done 1 --date 2026-11-23").err.empty());
  REQUIRE(contains(desk("today --date 2026-12-07").out, "solve 1 easy and 1 medium"));
  CHECK(contains(desk("done 1 --date 2026-12-07").err, "starling log problem"));
  CHECK(contains(desk("done w04-d1-url-shortener --date 2026-12-14").err, "starling log design"));
}

TEST_CASE("a number that the screen does not have, an unknown id and a day to come are refused, and nothing is written") {
  Begun desk;
  check_refused(desk, "done 99 --date 2026-11-23", "from 1 to");
  check_refused(desk, "done w01-d1-enviroment --date 2026-11-23", "did you mean");
  check_refused(desk, "done 1 --date 2026-11-23 --on 2026-11-24", "to come");
  check_refused(desk, "done 1 --date 2026-11-23 --minutes -5", "minutes");
  check_refused(desk, "check 1 --date 2026-11-23", "starling done 1");
  check_refused(desk, "log problem lc-9999 --date 2026-11-23", "no problem");
  check_refused(desk, "log study sport 30 --date 2026-11-23", "design");
  check_refused(desk, "log study coding 0 --date 2026-11-23", "MINUTES");
  check_refused(desk, "mock add design --date 2026-11-23", "score");
  check_refused(desk, "mock add singing --score a=3 --date 2026-11-23", "behavioural");
  check_refused(desk, "mock add design --score depth=7 --date 2026-11-23", "0 to 5");
  check_refused(desk, "mock add design --score depth=3 --score depth=4 --date 2026-11-23", "two scores");
  check_refused(desk, "metric set medium-minuts 30 --date 2026-11-23", "did you mean");
  check_refused(desk, "metric set medium-minutes thirty --date 2026-11-23", "32");
  check_refused(desk, "metric set medium-minutes 30% --date 2026-11-23", "minutes");
  check_refused(desk, "metric set confidence Huge --date 2026-11-23", "Low, Medium, High");
  check_refused(desk, "feedback close 1 --date 2026-11-23", "no mock");
  CHECK(desk("undo").exit == 1);
}

TEST_CASE("a line of a list is ticked by its number") {
  Begun desk;
  const Json day = desk("today --json --date 2026-11-23").json();
  const std::string screen = desk("today --date 2026-11-23").out;
  const std::size_t at = screen.find(" [ ] ");
  REQUIRE(at != std::string::npos);
  const int number = std::stoi(screen.substr(at - 3, 3));
  CHECK(desk("check " + std::to_string(number) + " --date 2026-11-23").exit == 0);
  CHECK(desk("check " + std::to_string(number) + " --date 2026-11-23").exit == 1);
}

TEST_CASE("a problem of the bank counts for the task that names it, and its plan comes back") {
  Begun desk;
  const Json logged = desk("log problem 209 --minutes 21 --date 2026-12-21 --json").json();
  CHECK(logged["item"] == "problem/lc-0209");
  REQUIRE_FALSE(logged["task"].is_null());
  CHECK(logged["task"]["done"] == 1);
  const Json why = desk("why problem/lc-0209 --date 2026-12-21 --json").json();
  CHECK(why["state"] == "review");
  CHECK(desk("undo").exit == 0);
  CHECK(desk("why problem/lc-0209 --date 2026-12-21 --json").json()["state"] == "new");
}

TEST_CASE("a problem without a number goes by its title alone") {
  Begun desk;
  desk.folder.write("study/decks/problems/mine.toml",
                    "schema = 1\n[[problem]]\nid = \"pair\"\ntitle = \"Pair with a total\"\ndifficulty = \"medium\"\n"
                    "patterns = [\"two-pointers\"]\ncue = \"Sorted input\"\nplan = [\"advance\"]\ncomplexity = \"O(n)\"\n");
  const std::string solved = desk("log problem pair --minutes 50 --date 2026-12-21").out;
  CHECK(solved.starts_with("Pair with a total: solved, "));
  CHECK(desk("log problem 76 --minutes 30 --date 2026-12-21").out.starts_with("76 Minimum Window Substring: solved, "));
}

TEST_CASE("a problem that is tried again on the day fills its task once") {
  Begun desk;
  REQUIRE_FALSE(desk("log problem 209 --failed --minutes 40 --date 2026-12-21 --json").json()["task"].is_null());
  CHECK(desk("log problem 209 --minutes 15 --date 2026-12-21 --json").json()["task"].is_null());
  REQUIRE_FALSE(desk("log design url-shortener --minutes 45 --date 2026-12-14 --json").json()["task"].is_null());
  CHECK(desk("log design url-shortener --minutes 30 --date 2026-12-14 --json").json()["task"].is_null());
}

TEST_CASE("a problem that was not solved comes back sooner than one that was, and one from elsewhere is kept by its title") {
  Begun desk;
  desk("log problem lc-0003 --failed --minutes 45 --date 2026-12-21");
  desk("log problem lc-0209 --minutes 20 --date 2026-12-21");
  const auto due = [&](const char* item) {
    return desk(std::string("why ") + item + " --date 2026-12-21 --json").json()["due"].get<std::string>();
  };
  CHECK(due("problem/lc-0003") < due("problem/lc-0209"));
  const Json own = desk("log problem Merge two logs --difficulty medium --pattern two-pointers --date 2026-12-21 --json").json();
  CHECK(own["item"].is_null());
}

TEST_CASE("a pattern that no problem has is a slip, whatever it is said of") {
  Begun desk;
  for (const char* words : {"log problem lc-0003 --pattern nope", "log problem Merge two logs --pattern two-pointers --pattern nope", "problem list --pattern nope"})
    test::check_refused(desk, words, "no problem has the pattern 'nope'");
}

TEST_CASE("a problem is logged by whatever problem show finds it by, and of another one it is said that it is not in the bank") {
  Begun desk;
  for (const char* named : {"lc-0076", "LC-0076", "76", "76.", "lc-76", "minimum window", "Minimum Window Substring", "problem/lc-0076"}) {
    CAPTURE(named);
    CHECK(desk(std::string("log problem ") + named + " --date 2026-12-21 --json").json()["item"] == "problem/lc-0076");
    CHECK(desk(std::string("problem show ") + named + " --json").json()["problem"]["id"] == "lc-0076");
  }
  check_refused(desk, "log problem binary --date 2026-12-21", "several titles begin with 'binary': ");
  check_refused(desk, "log problem binary --date 2026-12-21", "not in the bank say its --difficulty");
  check_refused(desk, "log problem LC-9999 --date 2026-12-21", "there is no problem");
  check_refused(desk, "log problem 9999. --date 2026-12-21", "there is no problem");
  CHECK(desk("log problem binary --difficulty easy --date 2026-12-21").out == "binary: solved. It is not in the bank.\n");
  CHECK(contains(desk("log problem Merge two logs --date 2026-12-21").out, "Merge two logs: solved. It is not in the bank."));
}

TEST_CASE("a gate that is measured is not ticked, and check says what shows it") {
  Begun desk;
  int measured = 0;
  const Json gates = desk("gates --json --date 2026-12-21").json()["gates"];
  for (const Json& gate : gates) {
    if (gate["evidence"] == "self") continue;
    const std::string id = gate["id"];
    CAPTURE(id);
    ++measured;
    check_refused(desk, "check " + id + " --date 2026-12-21", "is measured, not ticked: starling gates");
  }
  CHECK(measured > 5);
}

TEST_CASE("what is logged takes nothing of the minutes for cards, and is no review") {
  Begun desk;
  const Json before = desk("today --json --date 2026-12-22").json()["review"];
  desk("log problem 167 --minutes 24 --date 2026-12-22");
  desk("log design chat --minutes 45 --date 2026-12-22");
  CHECK(desk("today --json --date 2026-12-22").json()["review"] == before);
  CHECK(contains(desk("today --date 2026-12-22").out, "Week 5: "));
  CHECK_FALSE(contains(desk("today --date 2026-12-22").out, "recalled"));
}

TEST_CASE("a problem of a week that plans none is no part of none") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("log problem 76 --minutes 30 --date 2027-03-02").exit == 0);
  const std::string day = desk("today --date 2027-03-02").out;
  CHECK(contains(day, "Week 15: 0 of"));
  CHECK(contains(day, "tasks, 1 problem, none planned"));
}

TEST_CASE("what was done yesterday is logged for yesterday") {
  Begun desk;
  const Json logged = desk("log study design 30 a talk on queues --on 2026-11-24 --date 2026-11-26 --json").json();
  CHECK(logged["day"] == "2026-11-24");
}

TEST_CASE("a design keeps its scores and counts for the task with its exercise") {
  Begun desk;
  const Json logged = desk("log design url-shortener --minutes 45 --score scope=3 --score depth=2.5 --date 2026-12-14 --json").json();
  CHECK(logged["item"] == "exercise/url-shortener");
  CHECK(logged["task"]["exercise"] == "url-shortener");
  CHECK(contains(logged["text"].get<std::string>(), "of 5"));
}

TEST_CASE("a mock leaves its points to work on until each is closed") {
  Begun desk;
  CHECK(desk.run({"mock", "add", "design", "--score", "scope=3", "--score", "depth=2.5", "--feedback", "name a number early",
                  "--feedback", "say who pays", "--minutes", "45", "--date", "2027-01-16"})
            .exit == 0);
  const Json mocks = desk("mock list --json --date 2027-01-17").json();
  REQUIRE(mocks["mocks"].size() == 1);
  CHECK(mocks["mocks"][0]["mean"] == 2.75);
  CHECK(mocks["mocks"][0]["open"] == 2);
  CHECK(desk("feedback list --json --date 2027-01-17").json()["points"].size() == 2);
  CHECK(desk("feedback close 1 --date 2027-01-17").exit == 0);
  const Json left = desk("feedback list --json --date 2027-01-17").json()["points"];
  REQUIRE(left.size() == 1);
  CHECK(left[0]["number"] == 2);
  CHECK(desk("feedback list --all --json --date 2027-01-17").json()["points"].size() == 2);
  check_refused(desk, "feedback close 1 --date 2027-01-17", "closed already");
  CHECK(desk("undo").exit == 0);
  CHECK(desk("feedback list --json --date 2027-01-17").json()["points"].size() == 2);
}

TEST_CASE("figures are measured in their own unit, and the four of the baseline at once") {
  Begun desk;
  CHECK(desk("baseline --easy 14 --medium 38 --design 60 --stories 3 --date 2026-11-26").exit == 0);
  CHECK(desk.run({"metric", "set", "medium-minutes", "32 min", "--date", "2026-12-20"}).exit == 0);
  CHECK(desk("metric set confidence medium --date 2026-12-20").exit == 0);
  const Json metrics = desk("metric list --json --date 2026-12-20").json()["metrics"];
  const auto metric = [&](const char* id) {
    for (const Json& each : metrics)
      if (each["id"] == id) return each;
    return Json();
  };
  CHECK(metric("medium-minutes")["value"] == 32);
  CHECK(metric("medium-minutes")["before"] == 38);
  CHECK(metric("medium-minutes")["target"] == 30);
  CHECK_FALSE(metric("medium-minutes")["met"].get<bool>());
  CHECK(metric("easy-minutes")["met"].get<bool>());
  CHECK(metric("confidence")["value"] == 2);
  CHECK(contains(desk("baseline --date 2026-12-20").out, "32 min"));
  CHECK(desk("undo 3").exit == 0);
  CHECK(desk("metric list --json --date 2026-12-20").json()["metrics"][0]["value"].is_null());
}

TEST_CASE("an undo calls tasks, problems and exercises by their titles, and does not count what goes along") {
  Begun desk;
  REQUIRE(desk("done w01-d1-environment --date 2026-11-23").exit == 0);
  REQUIRE(desk("log problem lc-0003 --minutes 22 --date 2026-11-24").exit == 0);
  REQUIRE(desk("log design url-shortener --minutes 45 --date 2026-11-25").exit == 0);
  CHECK(desk("undo").out == "Undid: the design of “URL shortener”\n");
  CHECK(desk("undo").out == "Undid: problem “Longest Substring Without Repeating Characters” solved\n");
  const std::string task = desk("undo").out;
  CHECK(task.starts_with("Undid: 1 of “"));
  CHECK_FALSE(contains(task, "w01-d1"));
}

TEST_CASE("an undo of one of two ticks says that the task stays done, and the last one opens it") {
  Begun desk;
  const std::string id = "w01-d1-environment";
  REQUIRE(desk("done " + id + " --minutes 60 --date 2026-11-23").exit == 0);
  const Instant at = DayRule("UTC", 4).moment(test::day("2026-11-23"), std::chrono::hours(11));
  desk.folder.write("study/log/k3f9x2/2026-11.jsonl",  // of another machine
                    written({{"k3f9x2", 1}, at.time_since_epoch().count(), at, {}, test::day("2026-11-23"), {TaskDone{id, 1, 60.0, ""}}}) + "\n");
  CHECK(contains(desk("undo").out, "It stays done: it was ticked more than once."));
  CHECK_FALSE(contains(desk("undo").out, "stays done"));
  CHECK(desk.task("2026-11-23", id)["done"] == 0);
}

TEST_CASE("a mock that is ticked says what the week and the gates count, and logging it then counts it there and ticks nothing else") {
  Desk desk;
  desk.begin();
  const std::string at = " --date 2027-01-16";
  const Reply ticked = desk("done w08-d6-first-mock --minutes 45" + at);
  CHECK(ticked.exit == 0);
  std::string said = ticked.err;
  std::ranges::replace(said, '\n', ' ');
  CHECK(contains(said, "The week and the gates count mock interviews that are logged: starling mock add design --score PART=N"));
  const auto gate = [&] {
    const Json gates = desk("gates --json" + at).json()["gates"];
    return *std::ranges::find_if(gates, [](const Json& each) { return each["id"] == "m2-mock"; });
  };
  CHECK(gate()["passed"] == false);
  const Json logged = desk("mock add design --minutes 45 --score scope=3 --json" + at).json();
  CHECK(logged["task"].is_null());
  CHECK(gate()["passed"] == true);
  CHECK(desk("done w08-d6-first-mock" + at).exit == 1);
}

TEST_CASE("a task that another program did meanwhile is not done once more") {
  Desk desk;
  desk.begin();
  const FixedClock clock{Instant{}};
  const DayAndTime on{test::day("2026-12-07"), {}};
  Study one(desk.place(), clock, on);
  Study other(desk.place(), clock, on);
  const std::string id = tickable_ids(one.standpoint()).front();
  const Tickable what = tickable(one.standpoint(), id).value();
  CHECK(log_done(one, what, what.left(), 20.0));
  CHECK_FALSE(log_done(other, what, what.left(), 20.0));
  CHECK(other.standpoint().progress.tasks.at(id).minutes == 20.0);
}
