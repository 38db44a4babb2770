// Each gate by its own evidence.
#include <doctest/doctest.h>

#include "deeds.h"
#include "report/report.h"

namespace starling {
namespace {

using test::day;

Gate gate(std::string id, std::string evidence, std::string unit, double target, bool at_most = false) {
  Gate made;
  made.id = std::move(id);
  made.evidence = std::move(evidence);
  made.unit = std::move(unit);
  made.target = target;
  made.at_most = at_most;
  return made;
}

struct Place {
  Plan plan;
  PlanProgress progress;
  PracticeTexts texts;
  Coverage coverage;

  GateState only(Gate one) {
    plan.gates = {std::move(one)};
    return gate_states({plan, progress, texts, coverage, day(30)}).at(0);
  }
  void solve(std::string title, bool solved = true) {
    progress.solved.push_back({{"aaaaaa", 1}, day(1), {"", std::move(title), "easy", 10.0, solved, {}, ""}});
  }
  void design(std::string exercise, std::string level) {
    progress.designed.push_back({{"aaaaaa", 1}, day(1), {std::move(exercise), "", std::move(level), {}, {}, ""}});
  }
  void mock(std::string type, std::vector<PartScore> scores, std::vector<std::string> feedback = {}) {
    const auto number = static_cast<std::int64_t>(progress.mocks.size()) + 1;
    progress.mocks.push_back({{"aaaaaa", number}, day(1), {std::move(type), "L6", {}, std::move(scores), std::move(feedback), ""}});
  }
};

TEST_CASE("a problem counts once however often it is solved, and not at all while it is only tried") {
  Place place;
  place.solve("Two sum");
  place.solve("two SUM");
  place.solve("Word ladder", false);
  const GateState state = place.only(gate("m1-problems", "log", "problems", 2));
  CHECK(state.value == 1);
  CHECK_FALSE(state.passed);
  CHECK(state.said == "1 problem in the log");
  place.solve("Word ladder");
  CHECK(place.only(gate("m1-problems", "log", "problems", 2)).passed);
}

TEST_CASE("designs of a level count where they were done at its scale") {
  Place place;
  DesignExercise of_l7;
  of_l7.level = {"L7"};
  place.texts.exercise = [&](std::string_view id) { return id == "iot" ? &of_l7 : nullptr; };
  place.design("chat", "L6");
  place.design("chat", "L7");
  place.design("iot", "");
  place.design("unheard-of", "");
  Gate l7 = gate("m3-l7-designs", "log", "designs", 2);
  l7.level = {"L7"};
  CHECK(place.only(l7).value == 2);
  CHECK(place.only(gate("m3-designs", "log", "designs", 3)).value == 3);
}

TEST_CASE("a gate that its count meets needs no tick, and one that asks for more than the count does") {
  Place place;
  Task write;
  write.id = "w05-templates";
  write.unit = "patterns";
  write.count = 8;
  PlanDay of_plan;
  of_plan.tasks = {write};
  place.plan.days = {of_plan};
  Gate patterns = gate("m2-patterns", "self", "patterns", 8);
  patterns.met_by_count = true;
  place.progress.tasks["w05-templates"] = {7, 30, day(3)};
  CHECK_FALSE(place.only(patterns).passed);
  CHECK(place.only(patterns).said == "for you to tick; 7 patterns in tasks done");
  place.progress.tasks["w05-templates"] = {8, 30, day(3)};
  CHECK(place.only(patterns).passed);
  CHECK(place.only(patterns).said == "8 patterns in tasks done");
  patterns.met_by_count = false;
  CHECK_FALSE(place.only(patterns).passed);
}

TEST_CASE("a line of a list and the gate that says the same are one thing: a tick of either counts for both") {
  Place place;
  Checklist list;
  list.items = {{"t-30-date", "Date confirmed", "t30-date", {}}, {"t-30-rest", "Rest", "", {}}};
  place.plan.checklists = {list};
  const Gate date = gate("t30-date", "self", "items", 1);
  CHECK_FALSE(place.only(date).passed);
  for (const char* id : {"t-30-date", "t30-date"}) {
    place.progress.tasks = {{id, {1, 0, day(4)}}};
    CHECK(place.only(date).passed);
    CHECK(ticked_on(place.plan, place.progress, "t-30-date") == day(4));
    CHECK_FALSE(ticked_on(place.plan, place.progress, "t-30-rest"));
  }
}

TEST_CASE("what only the learner can know is met by a tick; tasks done are the value until then") {
  Place place;
  Task read;
  read.id = "w07-s3";
  read.unit = "services";
  read.count = 2;
  PlanDay of_plan;
  of_plan.tasks = {read};
  place.plan.days = {of_plan};
  place.progress.tasks["w07-s3"] = {2, 30, day(3)};
  GateState state = place.only(gate("m2-services", "self", "services", 2));
  CHECK(state.value == 2);
  CHECK_FALSE(state.passed);
  CHECK(state.said == "for you to tick; 2 services in tasks done");
  place.progress.tasks["m2-services"] = {1, 0, day(4)};
  state = place.only(gate("m2-services", "self", "services", 2));
  CHECK(state.passed);
  CHECK(place.only(gate("m1-habits", "self", "items", 1)).said == "for you to tick");
}

TEST_CASE("mocks count by their type, and the lowest part over the last three is what has to hold") {
  Place place;
  Gate behavioural = gate("m4-mocks", "mocks", "mocks", 2);
  behavioural.mock = "behavioural";
  CHECK(place.only(behavioural).value == 0);
  CHECK_FALSE(place.only(gate("m5-consistency", "mocks", "score", 4)).value.has_value());
  place.mock("coding", {{"speed", 1}});  // four mocks ago
  place.mock("behavioural", {{"ownership", 4}, {"depth", 5}});
  place.mock("behavioural", {{"ownership", 4.5}, {"depth", 3.5}});
  place.mock("coding", {{"speed", 4}});
  CHECK(place.only(behavioural).passed);
  const GateState state = place.only(gate("m5-consistency", "mocks", "score", 4));
  CHECK(state.value == 4);
  CHECK(state.passed);
}

TEST_CASE("feedback is dealt with once there was some and every point of it is closed") {
  Place place;
  const Gate none_open = gate("m5-feedback", "mocks", "items", 0, true);
  CHECK_FALSE(place.only(none_open).passed);
  place.mock("coding", {}, {"say I", "one figure"});
  CHECK(place.only(none_open).value == 2);
  place.progress.closed.insert({{"aaaaaa", 1}, 1});
  CHECK_FALSE(place.only(none_open).passed);
  place.progress.closed.insert({{"aaaaaa", 1}, 2});
  CHECK(place.only(none_open).passed);
}

TEST_CASE("of an attempt that is over nothing meets a gate: neither problems, designs and mocks nor measurements") {
  Place place;
  place.solve("Two sum");
  place.design("chat", "L6");
  place.mock("coding", {{"speed", 4.5}}, {"say I"});
  place.progress.metrics["confidence"] = {{day(1), 5}};
  Metric confidence;
  confidence.id = "confidence";
  place.plan.metrics = {confidence};
  const std::vector<Gate> gates{gate("m1-problems", "log", "problems", 1), gate("m1-designs", "log", "designs", 1),
                                gate("m1-mocks", "mocks", "mocks", 1), gate("m1-consistency", "mocks", "score", 4),
                                gate("m1-confidence", "metric", "score", 4)};
  for (const Gate& each : gates) CHECK(place.only(each).passed);
  place.progress.since = day(2);
  for (const Gate& each : gates) CHECK_FALSE(place.only(each).passed);
  CHECK(place.only(gate("m1-feedback", "mocks", "items", 0, true)).said == "no mock interview yet");
}

TEST_CASE("drafts, complete stories and covered principles are three numbers") {
  Place place;
  place.coverage.stories = 10;
  place.coverage.complete = 4;
  PrincipleCoverage covered;
  covered.primary = 1;
  covered.angles = 2;
  PrincipleCoverage thin;
  thin.primary = 1;
  thin.angles = 1;
  place.coverage.principles = {covered, thin};
  CHECK(place.only(gate("m1-stories", "stories", "drafts", 10)).passed);
  CHECK(place.only(gate("m4-stories", "stories", "stories", 25)).value == 4);
  CHECK(place.only(gate("m4-principles", "stories", "principles", 16)).value == 1);
}

TEST_CASE("a metric's gate wants a measurement, not the figure that the plan begins with") {
  Place place;
  Metric confidence;
  confidence.id = "confidence";
  confidence.start = 3;
  place.plan.metrics = {confidence};
  Gate high = gate("m6-confidence", "metric", "level", 3);
  high.month = 6;
  CHECK_FALSE(place.only(high).passed);
  place.progress.metrics["confidence"] = {{day(2), 3}};
  CHECK(place.only(high).passed);
}

}  // namespace
}  // namespace starling
