// A month looked back on, and how far along the learner is.
#include <doctest/doctest.h>

#include <map>

#include "scene.h"

namespace starling {
namespace {

using test::Scene;

TEST_CASE("the shipped plan asks nine questions of a month, three to a group") {
  Scene scene;
  scene.now = scene.at("2026-12-21");
  const MonthReport report = month_report(scene.from(), 1, {});
  std::map<std::string, int> groups;
  for (const MonthPrompt& prompt : report.prompts) ++groups[prompt.group];
  CHECK(groups == std::map<std::string, int>{{"Achievements", 3}, {"Challenges", 3}, {"Next month", 3}});
  CHECK(report.gates.size() == 6);
  CHECK(report.prompts[6].found.size() == 6);  // what the month's gates still ask
}

TEST_CASE("the curve has a row for each month begun, and nothing of what is to come") {
  Scene scene;
  scene.now = scene.at("2027-01-06");
  const MonthReport report = month_report(scene.from(), 3, {});
  REQUIRE(report.curve.size() == 2);
  CHECK(report.curve[0].week == 4);
  CHECK(report.curve[0].expected.coding == doctest::Approx(60));
  CHECK(report.curve[1].week == 7);
  CHECK(report.curve[1].expected.coding == doctest::Approx(71.25));
}

TEST_CASE("design progress is the share of the designs asked, by the recall of their cards, by their scores") {
  Scene scene;
  scene.now = scene.at("2026-12-20");  // the last day of week 4: 6 designs are asked
  for (int i = 0; i < 3; ++i)
    scene.progress.designed.push_back({{"aaaaaa", i + 1}, test::day("2026-12-15"),
                                       {"", "design " + std::to_string(i), "L6", 45.0, {{"depth", 4}}, ""}});
  CHECK(actual_progress(scene.from(), scene.progress, scene.states, scene.now.day).design.lacks() == "recall");
  scene.review("aws-s3/s3-slow-down", "2026-12-20", "2026-12-25");
  const ProgressFactors design = actual_progress(scene.from(), scene.progress, scene.states, scene.now.day).design;
  CHECK(design.coverage == doctest::Approx(0.5));
  CHECK(design.recall == doctest::Approx(1));
  CHECK(design.quality == doctest::Approx(0.8));
  CHECK(design.product() == doctest::Approx(40));
}

TEST_CASE("every field of the timeline's week is a number of the report") {
  Scene scene;
  scene.now = scene.at("2026-12-09");
  const WeekReport report = week_report(scene.from(), 3, past_of({}));
  CHECK(report.problems_target == 15);
  CHECK(report.size_targets == std::array<std::optional<double>, 3>{15, 35, 45});
  CHECK(report.design_target == 45);
  CHECK(report.planned_minutes() > 0);
  CHECK(report.allocated_so_far[1] == doctest::Approx(100.0 / 24 * 60 * 17 / 7));
  REQUIRE(report.advice.size() == 1);
  CHECK(report.advice[0].when == "behind");
}

}  // namespace
}  // namespace starling
