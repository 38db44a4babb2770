// Minutes by area, the pace of the plan, and the share of what its gates ask.
#include <doctest/doctest.h>

#include "deeds.h"
#include "report/report.h"

namespace starling {
namespace {

using namespace std::chrono_literals;
using test::day;
using test::Deeds;

Task task(std::string id, Area area, int minutes, std::optional<int> count = {}) {
  Task made;
  made.id = std::move(id);
  made.area = area;
  made.minutes = minutes;
  made.count = count;
  return made;
}

Plan plan_of(std::vector<Task> tasks) {
  Plan plan;
  PlanDay of_plan;
  of_plan.tasks = std::move(tasks);
  plan.days = {of_plan};
  return plan;
}

std::optional<Area> area_of(const AnswersTo& to) {
  if (to.kind == ItemKind::Story) return Area::Leadership;
  return to.deck == "mine" ? std::nullopt : std::optional(Area::Design);
}

TEST_CASE("minutes go to the area that they went into, and what one deed logs and ticks counts once") {
  const Plan plan = plan_of({task("solve", Area::Coding, 50, 2), task("read", Area::Design, 30)});
  Deeds deeds;
  deeds.add(1, {Solved{"lc-1", "", "easy", 20.0, true, {}, ""}, TaskDone{"solve", 1, 20.0, ""}});
  deeds.add(1, TaskDone{"solve", 1, {}, ""});   // ticked: half of 50
  deeds.add(1, TaskDone{"read", 1, 45.0, ""});
  deeds.add(2, Mocked{"coding", "L6", 60.0, {}, {}, ""});
  deeds.add(2, Studied{"leadership", 15, ""});
  deeds.answer(2, "aws-s3/one", Grade::Good, Phase::Review, 5, 60s);
  deeds.answer(2, "mine/one", Grade::Good, Phase::Review, 5, 30s);
  deeds.answer(2, "story/cells", Grade::Good, Phase::Review, 5, 180s);
  deeds.add(9, Studied{"coding", 500, ""});
  const AreaTime time = area_time(deeds.list, plan, "L6", area_of, day(1), day(2));
  CHECK(time.of(Area::Coding) == doctest::Approx(45));
  CHECK(time.of(Area::Design) == doctest::Approx(46));
  CHECK(time.of(Area::Mocks) == doctest::Approx(60));
  CHECK(time.of(Area::Leadership) == doctest::Approx(18));
  CHECK(time.other == doctest::Approx(0.5));
  CHECK(time.sum() == doctest::Approx(169.5));
}

TEST_CASE("a task that was ticked on two machines takes its minutes once, and in the next attempt again") {
  const Plan plan = plan_of({task("read", Area::Design, 30), task("solve", Area::Coding, 50, 2)});
  Deeds deeds;
  deeds.add(1, TaskDone{"read", 1, 60.0, ""});
  deeds.add(1, TaskDone{"solve", 1, 20.0, ""});
  deeds.add(1, TaskDone{"solve", 1, 25.0, ""});  // its other half
  deeds.add(2, TaskDone{"read", 1, 60.0, ""});
  deeds.add(2, TaskDone{"solve", 2, {}, ""});
  const auto time = [&] { return area_time(deeds.list, plan, "L6", area_of, day(1), day(9)); };
  CHECK(time().of(Area::Design) == doctest::Approx(60));
  CHECK(time().of(Area::Coding) == doctest::Approx(45));
  // In a week of its own each day has what was done on it.
  CHECK(area_time(deeds.list, plan, "L6", area_of, day(1), day(1)).of(Area::Design) == doctest::Approx(60));
  CHECK(area_time(deeds.list, plan, "L6", area_of, day(2), day(2)).of(Area::Design) == doctest::Approx(0));
  deeds.add(5, InterviewOutcome{"rejected", {}});
  deeds.add(6, TaskDone{"read", 1, 30.0, ""});
  CHECK(time().of(Area::Design) == doctest::Approx(90));
}

TEST_CASE("what is logged for a task on the day on which it was ticked is part of its minutes, not added to them") {
  Task solve = task("solve", Area::Coding, 60, 2);
  solve.unit = "problems";
  solve.problems = {"lc-0645", "lc-0005"};
  Task hold = task("hold", Area::Mocks, 45, 1);
  hold.unit = "mocks";
  hold.mock = "design";
  const Plan plan = plan_of({solve, hold});
  const auto solved = [](const char* id, double minutes) { return Solved{id, "", "easy", minutes, true, {}, ""}; };
  Deeds deeds;
  deeds.add(1, TaskDone{"solve", 2, {}, ""});
  const auto coding = [&](int on) { return area_time(deeds.list, plan, "L6", area_of, day(on), day(on)).of(Area::Coding); };
  const auto mocks = [&](int on) { return area_time(deeds.list, plan, "L6", area_of, day(on), day(on)).of(Area::Mocks); };
  deeds.add(1, solved("lc-0645", 15.0));
  CHECK(coding(1) == doctest::Approx(60));
  deeds.add(1, solved("lc-0005", 50.0));
  CHECK(coding(1) == doctest::Approx(65));  // it took longer than it was planned
  deeds.add(1, solved("lc-0001", 20.0));    // of no task
  CHECK(coding(1) == doctest::Approx(85));
  deeds.add(2, solved("lc-0645", 10.0));  // on another day
  CHECK(coding(2) == doctest::Approx(10));
  deeds.add(3, TaskDone{"hold", 1, 45.0, ""});
  deeds.add(3, Mocked{"behavioural", "L6", 30.0, {}, {}, ""});
  CHECK(mocks(3) == doctest::Approx(75));
  deeds.add(3, Mocked{"design", "L6", 45.0, {}, {}, ""});
  CHECK(mocks(3) == doctest::Approx(75));
  deeds.add(3, Mocked{"design", "L6", 45.0, {}, {}, ""});  // a second one
  CHECK(mocks(3) == doctest::Approx(120));
}

TEST_CASE("behind is less than 70 % of the tasks by their minutes, ahead is all of them and a fifth more time") {
  const Plan plan = plan_of({task("solve", Area::Coding, 60, 2), task("read", Area::Design, 40)});
  const std::vector<const PlanDay*> days(kFewestPaceDays, &plan.days[0]);
  const std::vector<const PlanDay*> few(kFewestPaceDays - 1, &plan.days[0]);
  PlanProgress progress;
  CHECK(pace_of(days, progress, "L6", 0).behind());
  CHECK_FALSE(pace_of(few, progress, "L6", 0).behind());
  progress.tasks["solve"] = {1, 0, day(0)};
  progress.tasks["read"] = {1, 0, day(0)};
  CHECK(pace_of(days, progress, "L6", 0).share() == doctest::Approx(0.7));
  CHECK_FALSE(pace_of(days, progress, "L6", 900).behind());
  CHECK_FALSE(pace_of(days, progress, "L6", 900).ahead());
  progress.tasks["solve"].count = 5;
  CHECK(pace_of(days, progress, "L6", 840).ahead());
  CHECK_FALSE(pace_of(days, progress, "L6", 830).ahead());
}

TEST_CASE("what the gates ask rises on a straight line from one to the next") {
  Plan plan;
  plan.weeks = 24;
  Gate first;
  first.month = 1;
  first.evidence = "log";
  first.unit = "problems";
  first.target = 20;
  Gate second = first;
  second.month = 3;
  second.target = 60;
  Gate of_level = second;
  of_level.month = 2;
  of_level.level = {"L7"};
  plan.gates = {first, of_level, second};
  CHECK(asked_by_week(plan, "problems", 0) == 0);
  CHECK(asked_by_week(plan, "problems", 2) == doctest::Approx(10));
  CHECK(asked_by_week(plan, "problems", 4) == doctest::Approx(20));
  CHECK(asked_by_week(plan, "problems", 8) == doctest::Approx(40));
  CHECK(asked_by_week(plan, "problems", 30) == doctest::Approx(60));
  CHECK(coverage_share(5, 10) == 0.5);
  CHECK(coverage_share(15, 10) == 1);
}

TEST_CASE("progress is a product, and unknown where one of its factors is") {
  CHECK(ProgressFactors{0.5, 0.9, 0.8}.product() == doctest::Approx(36));
  const ProgressFactors unscored{0.5, 0.9, std::nullopt};
  CHECK_FALSE(unscored.product().has_value());
  CHECK(unscored.lacks() == "quality");
}

TEST_CASE("a telling is new once, and a week's revisions are known where some story dates one") {
  Deeds deeds;
  deeds.answer(1, "story/cells", Grade::Good);
  deeds.answer(8, "story/cells", Grade::Good);
  deeds.answer(9, "story/pages", Grade::Good);
  deeds.answer(9, "story/pages", Grade::Good);
  Story story;
  story.id = "cells";
  story.revisions = {{std::nullopt, "shorter"}};
  std::vector<Story> stories{story};
  const ItemStates states = fold_items(deeds.list, MemoryModel(default_weights()));
  StoriesTold told = stories_told(deeds.list, first_days_of(states), stories, day(7), day(13));
  CHECK(told.stories == 2);
  CHECK(told.tellings == 3);
  CHECK(told.fresh == 1);
  CHECK_FALSE(told.improved.has_value());
  stories[0].revisions.push_back({day(7), "one figure"});
  stories[0].revisions.push_back({day(14), "later"});
  told = stories_told(deeds.list, first_days_of(states), stories, day(7), day(13));
  CHECK(told.improved == 1);
}

}  // namespace
}  // namespace starling
