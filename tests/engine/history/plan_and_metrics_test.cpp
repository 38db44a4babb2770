// What was done of the plan and what was measured, folded from the same deeds.
#include <doctest/doctest.h>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

TEST_CASE("what was done of a task adds up, in counts and in the minutes that were told") {
  LearnerHistory history;
  history.add(TaskDone{"lc-daily", 2, 40.0, ""}, 1);
  history.add(TaskDone{"lc-daily", 1, {}, "the hard one"}, 4);
  history.add(TaskDone{"mock", 0.5, 60.0, ""}, 2);
  history.add(TaskDone{"lc-daily", -1, {}, "counted twice"}, 3);

  const PlanProgress progress = fold_plan(history.deeds);
  CHECK(progress.tasks == std::map<std::string, DoneTask>{{"lc-daily", {2, 40, day(4)}}, {"mock", {0.5, 60, day(2)}}});
}

TEST_CASE("a setting that was set adds up to nothing, since the file says what holds, and is the next to be undone") {
  LearnerHistory history = any_history(Seed{21}, 40);
  const auto everything = [&] {
    return std::tuple(history.states(), fold_plan(history.deeds));
  };
  const auto before = everything();
  history.add(SettingSet{"level", "\"L6\"", "\"L7\""});
  CHECK(everything() == before);
  CHECK(sets_settings(history.deeds.back()));
  CHECK(last_to_undo(history.deeds) == history.deeds.back().id);
  history.add(Replanned{"drop w05-d1-mock", {}, "{ task = \"w05-d1-mock\" }"});
  CHECK(everything() == before);
  CHECK(changes_plan(history.deeds.back()));
  CHECK_FALSE(sets_settings(history.deeds.back()));
}

TEST_CASE("problems, designs, study, mocks and goals stand in the order of history, each with its day") {
  LearnerHistory history;
  history.add(Solved{"lc-0076", "", "hard", 38.0, false, {"sliding-window"}, "shrank too late"}, 3);
  history.add(Designed{"chat", "", "L6", 45.0, {{"scope", 4}, {"depth", 2.5}}, ""}, 4);
  history.add(Studied{"mocks", 30, "watched two loops"}, 4);
  history.add(Mocked{"bar-raiser", "L6", 60.0, {{"ownership", 3.5}}, {"say I", "one figure"}, ""}, 5);
  const DeedId mock = history.deeds.back().id;
  history.add(FeedbackClosed{mock, 2}, 9);
  history.add(GoalsSet{2, {"a", "b"}}, 9);
  history.add(GoalsSet{2, {"c"}}, 10);

  const PlanProgress progress = fold_plan(history.deeds);
  REQUIRE(progress.solved.size() == 1);
  CHECK(progress.solved[0].day == day(3));
  CHECK(progress.solved[0].what.minutes == 38.0);
  REQUIRE(progress.designed.size() == 1);
  CHECK(mean_score(progress.designed[0].what.scores) == 3.25);
  CHECK(progress.studied.size() == 1);
  REQUIRE(progress.mocks.size() == 1);
  CHECK(progress.mocks[0].deed == mock);
  CHECK(progress.closed == std::set<std::pair<DeedId, int>>{{mock, 2}});
  CHECK(progress.goals == std::map<int, std::vector<std::string>>{{2, {"c"}}});
  CHECK_FALSE(mean_score({}).has_value());
}

TEST_CASE("what was asked in the interview and what came of it stand in the order of history") {
  LearnerHistory history;
  history.add(Debriefed{"When were you wrong?", "are-right-a-lot", "checkout-cells", {"Who told you?"}, 2}, 3);
  history.add(InterviewOutcome{"waiting", {}}, 3);
  history.add(InterviewOutcome{"rejected", {"depth"}}, 9);
  const PlanProgress progress = fold_plan(history.deeds);
  REQUIRE(progress.debriefed.size() == 1);
  CHECK(progress.debriefed[0].day == day(3));
  CHECK(progress.debriefed[0].what.rating == 2);
  REQUIRE(progress.outcomes.size() == 2);
  CHECK(progress.outcomes.back().what.reasons == std::vector<std::string>{"depth"});
  history.undo();
  CHECK(fold_plan(history.deeds).outcomes.back().what.result == "waiting");
}

TEST_CASE("measurements of a metric stand in the order of history") {
  LearnerHistory history;
  history.add(Measured{"mock-score", 3.5, "points", ""}, 3);
  history.add(Measured{"pulse", 60, "", ""}, 4);
  history.add(Measured{"mock-score", 4, "points", "better"}, 2);
  CHECK(fold_plan(history.deeds).metrics == std::map<std::string, std::vector<Measurement>>{
                                           {"mock-score", {{day(3), 3.5}, {day(2), 4}}}, {"pulse", {{day(4), 60}}}});
  history.undo();
  CHECK(fold_plan(history.deeds).metrics.at("mock-score").size() == 1);
}

TEST_CASE("one undo of a deed takes back everything in it, in every fold") {
  LearnerHistory history = any_history(Seed{12}, 40);
  history.answer("lp/a", Grade::Good, 11);
  history.adopt(default_weights(), {}, 11);
  const auto everything = [&] {
    return std::tuple(history.states(), fold_plan(history.deeds), memory_in_use(history.deeds)->deed);
  };
  const auto before = everything();

  history.add({SettingSet{"interview", {}, "2027-05-07"}, TaskDone{"plan", 1, 15.0, ""}, Measured{"mock-score", 1, "", ""},
               Moved{item("lp/a"), day(40)}, Adopted{default_weights(ModelKind::Fsrs7)}, Suspended{item("lp/b")}},
              12);
  const auto after = everything();
  CHECK(std::get<0>(after) != std::get<0>(before));
  CHECK(std::get<1>(after) != std::get<1>(before));
  CHECK(std::get<2>(after) != std::get<2>(before));

  REQUIRE(history.undo());
  CHECK(everything() == before);
  REQUIRE(history.redo());
  CHECK(everything() == after);
}

}  // namespace
}  // namespace starling
