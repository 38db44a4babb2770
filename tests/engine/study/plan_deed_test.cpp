// Changes of the plan as deeds: kept, taken back and brought back, in the file and in the history.
#include "study/plan_deed.h"

#include <doctest/doctest.h>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kTask = "w05-d1-sliding-window";

TextsChanged replan_by_hand(Study& study, const std::function<PlanText(const std::string&)>& change) {
  return study.change_texts([&](const StudyTexts& now) { return StudyTexts{now.settings, change(now.plan).text, now.rounds}; });
}
TextsChanged drop(Study& study, const std::string& task) {
  return replan_by_hand(study, [&](const std::string& text) { return with_dropped(text, task); });
}

std::string plan_file_of(const Learner& learner) { return text_of(learner.home() / "plan.toml"); }
PlanChanges changes_of(const Learner& learner) { return read_plan_changes(plan_file_of(learner), "plan.toml").changes.value(); }
bool is_in_plan(const Learner& learner, const std::string& task) {
  const Study study = learner.on("2026-11-25");
  return find_task(study.timeline(), task).has_value();
}

}  // namespace

TEST_CASE("a dropped task is taken back and brought back, in the file and in the history, on any machine") {
  const Learner learner;
  {
    Study study = learner.on("2026-11-25");
    const TextsChanged done = drop(study, kTask);
    REQUIRE(done.deed);
    CHECK(done.deed->events == std::vector<Event>{Replanned{"drop " + kTask, {}, "{ task = \"" + kTask + "\" }"}});
  }
  const std::string after = plan_file_of(learner);
  CHECK_FALSE(is_in_plan(learner, kTask));
  Study study = learner.on("2026-11-26");
  CHECK(study.undo().size() == 1);
  CHECK(is_in_plan(learner, kTask));
  CHECK(changes_of(learner).empty());
  CHECK(study.redo().size() == 1);
  CHECK(plan_file_of(learner) == after);
  CHECK(study.take_remarks().empty());
  CHECK(study.undo().size() == 1);
  CHECK(study.undo().empty());
}

TEST_CASE("a task moved first and dropped then goes back to where it was moved") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  (void)replan_by_hand(study, [](const std::string& text) { return with_moved(text, kTask, day("2026-12-24")); });
  const TextsChanged dropped = drop(study, kTask);
  CHECK(dropped.deed->events.size() == 2);
  CHECK(study.undo().size() == 1);
  CHECK(changes_of(learner).moved == std::vector{MovedByHand{kTask, day("2026-12-24")}});
  CHECK(study.redo().size() == 1);
  CHECK(changes_of(learner).dropped == std::vector{kTask});
  CHECK(study.undo(2).size() == 2);
  CHECK(changes_of(learner).empty());
  CHECK(study.take_remarks().empty());
}

TEST_CASE("settings and the plan are changed as one deed, and an undo puts both files back") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  const TextsChanged done = study.change_texts([&](const StudyTexts& now) {
    return StudyTexts{set_setting(now.settings, "interview", "2027-05-14").text, with_resumed(now.plan, {day("2027-02-01"), 8}).text, now.rounds};
  });
  REQUIRE(done.deed);
  CHECK(done.changed);
  CHECK(done.deed->events.size() == 2);
  CHECK(learner.on("2026-11-25").settings().interview == day("2027-05-14"));
  CHECK(learner.on("2026-11-25").timeline().learner().changes.resumed == std::vector{Resumed{day("2027-02-01"), 8}});
  CHECK(study.undo().size() == 1);
  CHECK(learner.on("2026-11-25").settings().interview == day("2027-05-07"));
  CHECK(changes_of(learner).empty());
  CHECK(study.redo().size() == 1);
  CHECK(changes_of(learner).resumed.size() == 1);
  CHECK_FALSE(study.change_texts([](const StudyTexts& now) { return now; }).changed);
}

TEST_CASE("what an editor said otherwise since is left alone, which is told, and the deed counts as taken back") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  (void)replan_by_hand(study, [](const std::string& text) { return with_moved(text, kTask, day("2026-12-24")); });
  const std::string edited = with_moved(plan_file_of(learner), kTask, day("2026-12-30")).text;
  learner.write("plan.toml", edited);
  CHECK(study.undo().size() == 1);
  CHECK(plan_file_of(learner) == edited);
  CHECK(study.take_remarks() == std::vector<std::string>{"what plan.toml says of 'move w05-d1-sliding-window' is { task = \"w05-d1-sliding-window\", "
                                                         "to = 2026-12-30 } by now: the file stays as it is"});
  CHECK(study.undo().empty());
}

TEST_CASE("an undo of a change that a merge left out of the file says that the file stays as it is") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  (void)replan_by_hand(study, [](const std::string& text) { return with_moved(text, kTask, day("2026-12-24")); });
  learner.write("plan.toml", "schema = 1\n");
  CHECK(study.undo().size() == 1);
  CHECK(plan_file_of(learner) == "schema = 1\n");
  CHECK(study.take_remarks() == std::vector<std::string>{"plan.toml does not say so any more: the file stays as it is"});
}

TEST_CASE("a plan.toml with a mistake is told of, and the plan without it goes on") {
  const Learner learner;
  learner.write("plan.toml", "schema = 1\n[[drop]]\ntask = \"" + kTask + "\"\nwhy = 1\n");
  const Study study = learner.on("2026-11-25");
  REQUIRE(study.problems().size() == 1);
  CHECK(to_line(study.problems().front()) == "plan.toml:4:7: error: the change of 'w05-d1-sliding-window': unknown key 'why'");
  CHECK(find_task(study.timeline(), kTask));
}

TEST_CASE("a change of the plan from elsewhere that is none leaves the file alone") {
  const std::string text = "schema = 1\n";
  for (const Replanned& event : {Replanned{"drop a", "{ task = \"b\" }", {}}, Replanned{"sing", "{}", {}}, Replanned{"", "", {}},
                                 Replanned{"drop a", "{ task = \"a\" }]\n[[drop]]\ntask = \"b\"\nz = [", {}}}) {
    CAPTURE(event.what);
    const Deed deed{{"k3f9x2", 1}, 0, {}, {}, {}, {event}};
    const SettingsBack result = plan_back(text, std::span(&deed, 1), Back::Undo);
    CHECK(result.text == text);
    CHECK(result.left.size() == 1);
  }
}
