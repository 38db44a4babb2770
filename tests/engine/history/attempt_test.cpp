// What belongs to an attempt that is over, and what to the present one.
#include <doctest/doctest.h>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

// A first attempt on the days 0 to 40, and a task of it again on day 50.
LearnerHistory one_attempt() {
  LearnerHistory history;
  history.add(TaskDone{"w01-d1-read", 1, 30.0, ""}, 1);
  history.add(Solved{"lc-0001", "", "easy", 15.0, true, {}, ""}, 2);
  history.add(GoalsSet{1, {"a"}}, 2);
  history.add(Measured{"easy-minutes", 15, "minutes", ""}, 3);
  history.add(Won{"Cut the bill by half", {}, "", {}}, 4);
  history.add(TaskDone{"w01-d1-read", 1, 20.0, ""}, 50);
  return history;
}

SettingSet new_date(std::optional<Day> before, int after) {
  return {"interview", before ? std::optional(to_string(*before)) : std::nullopt, to_string(day(after))};
}

double times_read(const LearnerHistory& history, std::optional<int> start) {
  const PlanProgress progress = fold_plan(history.deeds, start ? std::optional(day(*start)) : std::nullopt);
  const auto task = progress.tasks.find("w01-d1-read");
  return task == progress.tasks.end() ? 0 : task->second.count;
}

TEST_CASE("an outcome ends the attempt: a plan that starts later has none of its tasks and goals, and all that is known") {
  for (const char* result : {"rejected", "offer", "withdrawn"}) {
    CAPTURE(result);
    LearnerHistory history = one_attempt();
    history.add(InterviewOutcome{result, {}}, 40);
    const PlanProgress second = fold_plan(history.deeds, day(45));
    CHECK(second.since == day(41));
    CHECK(second.tasks == std::map<std::string, DoneTask>{{"w01-d1-read", {1, 20, day(50)}}});
    CHECK(second.goals.empty());
    CHECK(second.solved.size() == 1);
    CHECK(second.metrics.size() == 1);
    CHECK(second.wins.size() == 1);
    CHECK(second.outcomes.size() == 1);
  }
}

TEST_CASE("within one attempt nothing is lost, wherever the start and the interview are moved") {
  LearnerHistory history = one_attempt();
  history.add(new_date(day(40), 60), 30);  // before the old date
  history.add(new_date(day(60), 70), 60);  // on it
  history.add(new_date({}, 80), 65);
  history.add(InterviewOutcome{"waiting", {}}, 66);
  history.add(SettingSet{"start", to_string(day(0)), to_string(day(20))}, 67);
  history.add(InterviewOutcome{"rejected", {}}, 90);
  for (const std::optional<int> start : {std::optional<int>(), std::optional(-5), std::optional(0), std::optional(20), std::optional(80)}) {
    CHECK(times_read(history, start) == 2);
    CHECK_FALSE(fold_plan(history.deeds, start ? std::optional(day(*start)) : std::nullopt).goals.empty());
  }
  CHECK(times_read(history, 91) == 0);
}

TEST_CASE("a date set anew after it was over ends the attempt on the old date, however late it is said") {
  LearnerHistory history = one_attempt();
  history.add({new_date(day(40), 90), SettingSet{"start", to_string(day(0)), to_string(day(55))}}, 55);
  CHECK(fold_plan(history.deeds, day(55)).since == day(41));
  CHECK(times_read(history, 55) == 1);
  CHECK(times_read(history, 40) == 1);
  CHECK(times_read(history, 39) == 2);
  history.add(InterviewOutcome{"rejected", {}}, 58);  // heard of it in the second attempt
  CHECK(times_read(history, 55) == 1);
}

TEST_CASE("an attempt that begins on the day on which the last one ended has nothing of the days before") {
  LearnerHistory history = one_attempt();
  history.add(InterviewOutcome{"rejected", {}}, 50);
  CHECK(fold_plan(history.deeds, day(50)).since == day(50));
  CHECK(times_read(history, 50) == 1);
}

TEST_CASE("whoever takes back what ended an attempt has all of it again") {
  LearnerHistory history = one_attempt();
  history.add(new_date(day(40), 90), 55);
  REQUIRE(times_read(history, 55) == 1);
  REQUIRE(history.undo());
  CHECK(times_read(history, 55) == 2);
  history.add(SettingSet{"interview", "soon", {}}, 56);
  CHECK(times_read(history, 56) == 2);
}

}  // namespace
}  // namespace starling
