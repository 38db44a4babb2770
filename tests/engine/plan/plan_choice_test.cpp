// Which plan suits the time and the level, and what a plan of another length means.
#include <doctest/doctest.h>

#include <set>

#include "plan_text.h"
#include "shipped_plan.h"

using namespace starling;

namespace {

PlanSummary plan_for(const char* id, int weeks, std::optional<int> fewest, std::optional<int> most, std::vector<HoursOfLevel> levels) {
  return {id, "", "", weeks, fewest, most, std::move(levels)};
}

const std::vector<PlanSummary> kPlans{plan_for("long", 24, 13, {}, {{"L6", 360}, {"L7", 400}}),
                                      plan_for("middle", 12, {}, 17, {{"L7", 240}}),
                                      plan_for("short", 8, 3, 15, {{"L6", 140}}),
                                      plan_for("again", 6, {}, {}, {{"L6", 104}, {"L7", 104}})};

std::string fitting(int weeks, const char* level) {
  const PlanSummary* plan = fitting_plan(kPlans, weeks, level);
  return plan ? plan->id : "none";
}

}  // namespace

TEST_CASE("the plan that fits is for the level and the weeks there are; one without a range is never proposed") {
  struct Row {
    int weeks;
    const char* level;
    const char* plan;
  };
  const std::vector<Row> table{
      {24, "L6", "long"},  {24, "L7", "long"},   {40, "L6", "long"},    {16, "L6", "long"},  {15, "L6", "short"}, {13, "L6", "short"},
      {12, "L6", "short"}, {8, "L6", "short"},   {6, "L6", "short"},    {3, "L6", "short"},  {1, "L6", "short"},  {24, "L7", "long"},
      {18, "L7", "long"},  {17, "L7", "middle"}, {12, "L7", "middle"},  {6, "L7", "middle"}, {1, "L7", "middle"}, {200, "L7", "long"},
      {12, "L5", "none"},
  };
  for (const Row& row : table) {
    CAPTURE(row.weeks);
    CAPTURE(row.level);
    CHECK(fitting(row.weeks, row.level) == row.plan);
  }
  CHECK(fitting_plan({}, 24, "L6") == nullptr);
}

TEST_CASE("after a rejection the plan for a second attempt comes first for the weeks of its range, and before one never") {
  std::vector<PlanSummary> plans = kPlans;
  plans.back().fewest_weeks = 3;
  plans.back().most_weeks = 9;
  plans.back().second_attempt = true;
  for (const int weeks : {3, 6, 8, 9}) {
    for (const char* level : {"L6", "L7"}) CHECK(fitting_plan(plans, weeks, level, true)->id == "again");
    CHECK(fitting_plan(plans, weeks, "L6")->id == "short");
  }
  CHECK(fitting_plan(plans, 10, "L6", true)->id == "short");
  CHECK(fitting_plan(plans, 10, "L7", true)->id == "middle");
  CHECK(fitting_plan(plans, 24, "L6", true)->id == "long");
}

TEST_CASE("of two plans that come equally near the longer one fits, whichever stands first") {
  std::vector<PlanSummary> plans{plan_for("ten", 10, 1, 30, {{"L6", 1}}), plan_for("twenty", 20, 1, 30, {{"L6", 1}})};
  CHECK(fitting_plan(plans, 15, "L6")->id == "twenty");
  std::swap(plans[0], plans[1]);
  CHECK(fitting_plan(plans, 15, "L6")->id == "twenty");
}

TEST_CASE("weeks from a start to an interview count both days, and one that has begun is whole") {
  const Day start = *parse_day("2026-11-23");
  CHECK(weeks_between(start, *parse_day("2026-11-23")) == 1);
  CHECK(weeks_between(start, *parse_day("2026-11-29")) == 1);
  CHECK(weeks_between(start, *parse_day("2026-11-30")) == 2);
  CHECK(weeks_between(start, *parse_day("2027-01-15")) == 8);
  CHECK(weeks_between(start, *parse_day("2027-05-07")) == 24);
  CHECK(weeks_between(start, *parse_day("2026-11-01")) == 1);
}

TEST_CASE("a summary has the levels of its plan with their hours") {
  const PlanSummary shipped = summary_of(shipped_plan());
  CHECK(shipped.id == "amazon-24-week");
  CHECK(shipped.weeks == 24);
  CHECK_FALSE(shipped.about.empty());
  CHECK(shipped.levels == std::vector<HoursOfLevel>{{"L6", 360}, {"L7", 400}});
  const auto small = read_plan(plan_text(), "plans/two.toml").plan;
  REQUIRE(small);
  CHECK(has_level(summary_of(*small), "L6"));
  CHECK_FALSE(has_level(*small, "L7"));
}

TEST_CASE("a plan of two weeks has one short month, and its curve and its figures reach to the end of that") {
  const auto small = read_plan(plan_text(), "plans/two.toml").plan;
  REQUIRE(small);
  CHECK(last_week_of_month(*small, 0) == 0);
  CHECK(last_week_of_month(*small, 1) == 2);
  CHECK(last_week_of_month(shipped_plan(), 6) == 24);
  CHECK(expected_progress(*small, 1).coding == 30);
  CHECK(expected_progress(*small, 2).coding == 60);
  CHECK(expected_progress(*small, 9).coding == 60);
  CHECK(cooling_from(*small) == 2);
  CHECK(cooling_from(shipped_plan()) == 13);
  for (int month = 1; month <= 6; ++month) CHECK(story_goal(shipped_plan(), month) == StoryGoal{25, 4, 16, false});
  CHECK(story_goal(*small, 1).month == 1);
}

TEST_CASE("the goal of the stories is what the gates of that plan ask by the month at hand") {
  const auto goal = [](const std::string& id, int month) {
    const std::string name = id + ".toml";
    return story_goal(read_plan(*read_file(kDecks / "plans" / name, kMaxTomlBytes).text, name).plan.value(), month);
  };
  CHECK(goal("amazon-12-week", 1) == StoryGoal{6, 1, 0, false});
  for (const int month : {2, 3}) CHECK(goal("amazon-12-week", month) == StoryGoal{25, 2, 16, false});
  for (const int month : {1, 2}) {
    CHECK(goal("amazon-8-week", month) == StoryGoal{20, 2, 16, true});
    CHECK(goal("amazon-6-week", month) == StoryGoal{15, 1, 16, false});
  }
}

TEST_CASE("the range of weeks for which a plan is proposed is in order and within what a plan may have") {
  for (const char* wrong : {"fewest_weeks = 4", "fewest_weeks = 0", "fewest_weeks = 105", "fewest_weeks = \"1\""}) {
    CAPTURE(wrong);
    const PlanFile file = read_plan(with_change(plan_text(), "fewest_weeks = 1", wrong), "plans/two.toml");
    CHECK_FALSE(file.plan);
    CHECK(file.problems.size() == 1);
  }
  const auto open = read_plan(with_change(plan_text(), "fewest_weeks = 1\nmost_weeks = 3\n", ""), "plans/two.toml").plan;
  REQUIRE(open);
  CHECK_FALSE(open->fewest_weeks);
  CHECK(fitting_plan(std::vector{summary_of(*open)}, 2, "L6") == nullptr);
}

TEST_CASE("every shipped plan can be read, opens every deck once and is proposed by a range or by name") {
  std::set<std::string> decks;
  for (const ListedFile& file : list_files(kDecks / "cards", ".toml")) decks.insert(file.path.stem().string());
  REQUIRE(decks.size() > 40);
  for (const ListedFile& file : list_files(kDecks / "plans", ".toml")) {
    const PlanFile read = read_plan(read_file(file.path, kMaxTomlBytes).value(), file.path.filename().string());
    for (const Problem& problem : read.problems) MESSAGE(to_line(problem));
    REQUIRE(read.plan);
    const Plan& plan = *read.plan;
    CAPTURE(plan.id);
    CHECK(plan.id == file.path.stem().string());
    CHECK_FALSE(plan.about.empty());
    CHECK_FALSE(plan.months.empty());
    CHECK(std::ssize(plan.curve) == month_of(plan.weeks));
    std::multiset<std::string> opened;
    for (const PlanDay& day : plan.days) opened.insert(day.unlocks.begin(), day.unlocks.end());
    CHECK(opened == std::multiset<std::string>(decks.begin(), decks.end()));
    CHECK(plan.days[static_cast<std::size_t>(plan.interview_day - 1)].day == 5);
  }
}
