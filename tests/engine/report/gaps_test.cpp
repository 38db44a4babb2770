// What is weakest comes first, in whatever direction it is better and in whatever unit it is measured.
#include <doctest/doctest.h>

#include <algorithm>

#include "deeds.h"
#include "report/report.h"

namespace starling {
namespace {

using test::day;

Metric metric(std::string id, Area area, bool lower, double start, double target, std::vector<std::string> levels = {}) {
  Metric made;
  made.id = id;
  made.title = std::move(id);
  made.area = area;
  made.lower_is_better = lower;
  made.start = start;
  made.targets = {{21, target}};
  made.levels = std::move(levels);
  return made;
}

// The four weak areas of the timeline's sample (S49), compared there as words.
Plan sample() {
  Plan plan;
  plan.weeks = 24;
  plan.allocations = {{"L6", Area::Design, 120, {}}, {"L6", Area::Coding, 100, {}}, {"L6", Area::Leadership, 80, {}}, {"L6", Area::Mocks, 60, {}}};
  plan.metrics = {metric("system_design_depth", Area::Design, false, 4.0, 4.5), metric("story_impact", Area::Leadership, false, 4.0, 4.5),
                  metric("coding_speed", Area::Coding, true, 30, 25), metric("confidence", Area::Leadership, false, 2, 3, {"Low", "Medium", "High"})};
  return plan;
}

std::vector<std::string> names(const Gaps& gaps) {
  std::vector<std::string> list;
  for (const MetricGap& gap : gaps.ranked) list.push_back(gap.metric->id);
  return list;
}

TEST_CASE("the timeline's own sample ranks confidence and coding speed first, which comparing words left out") {
  const Plan plan = sample();
  const PlanProgress progress;
  const PracticeTexts texts;
  const Gaps gaps = gaps_of(plan, "L6", {progress, texts, {}}, day(0), 21);
  CHECK(names(gaps) == std::vector<std::string>{"confidence", "coding_speed", "system_design_depth", "story_impact"});
  CHECK(gaps.ranked[0].shortfall == doctest::Approx(0.5));
  CHECK(gaps.ranked[1].shortfall == doctest::Approx(0.2));
  CHECK(gaps.ranked[2].shortfall == doctest::Approx(1.0 / 9));
  CHECK(gaps.ranked[3].shortfall == doctest::Approx(1.0 / 9));
  REQUIRE(gaps.shift.has_value());
  CHECK(gaps.shift->to == Area::Leadership);
  CHECK(gaps.shift->from == Area::Mocks);
  CHECK(gaps.shift->minutes == 40);  // a quarter of 150, in steps of five
}

TEST_CASE("before its target is dated a metric is no gap") {
  const Plan plan = sample();
  const PlanProgress progress;
  const PracticeTexts texts;
  const Gaps gaps = gaps_of(plan, "L6", {progress, texts, {}}, day(0), 20);
  CHECK(gaps.ranked.empty());
  CHECK(gaps.unmeasured.empty());
  CHECK_FALSE(gaps.shift.has_value());
}

TEST_CASE("what was measured last counts, and a target that is reached is no shortfall") {
  const Plan plan = sample();
  PlanProgress progress;
  progress.metrics["coding_speed"] = {{day(1), 40}, {day(5), 24}, {day(9), 50}};
  progress.metrics["confidence"] = {{day(5), 3}};
  const PracticeTexts texts;
  const Gaps gaps = gaps_of(plan, "L6", {progress, texts, {}}, day(5), 21);
  CHECK(names(gaps) == std::vector<std::string>{"system_design_depth", "story_impact", "coding_speed", "confidence"});
  CHECK(gaps.ranked[2].shortfall == 0);
  CHECK(gaps.ranked[2].now.value == 24);
  CHECK(gaps.shift->to == Area::Design);
}

TEST_CASE("where nothing was measured, the log says how long a medium problem takes") {
  Plan plan;
  Metric medium = metric("medium-minutes", Area::Coding, true, 0, 25);
  medium.start = std::nullopt;
  plan.metrics = {medium};
  const PracticeTexts texts;
  PlanProgress progress;
  CHECK(gaps_of(plan, "L6", {progress, texts, {}}, day(9), 21).unmeasured.size() == 1);
  for (int i = 0; i < 12; ++i)
    progress.solved.push_back({{"aaaaaa", i + 1}, day(i), {"", "p" + std::to_string(i), "medium", i < 2 ? 90.0 : 30.0, true, {}, ""}});
  progress.solved.push_back({{"aaaaaa", 20}, day(9), {"", "hard one", "hard", 200.0, true, {}, ""}});
  const Gaps gaps = gaps_of(plan, "L6", {progress, texts, {}}, day(20), 21);
  REQUIRE(gaps.ranked.size() == 1);
  CHECK(gaps.ranked[0].now.value == doctest::Approx(30));
  CHECK(gaps.ranked[0].now.from == MetricValue::From::Log);
}

}  // namespace
}  // namespace starling
