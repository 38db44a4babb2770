// Laws of the plan's arithmetic: shares, targets, the expected curve.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "plan_text.h"
#include "shipped_plan.h"

using namespace starling;

namespace {

// A fixed sequence of numbers, equal on every machine.
class Numbers {
 public:
  int below(int limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(limit));
  }

 private:
  std::uint64_t state_ = 20261123;
};

Plan plan_with_story_task(int count, std::vector<std::size_t> named) {
  Plan plan;
  Task task;
  task.id = "w01-d1-stories";
  task.unit = "stories";
  task.count = count;
  task.principles = std::move(named);
  task.origin.source = "seed";
  plan.days.push_back({1, 1, "Stories", PlanDayKind::Weekday, false, {}, {task}});
  return plan;
}

std::vector<int> shares(int count, std::size_t named) {
  std::vector<std::size_t> positions(named);
  std::iota(positions.begin(), positions.end(), std::size_t{0});
  std::vector<int> result;
  for (const StorySlot& slot : story_slots(plan_with_story_task(count, positions))) result.push_back(slot.stories);
  return result;
}

}  // namespace

TEST_CASE("whole percents always add up to 100 and stay within one of the true share") {
  Numbers numbers;
  for (int round = 0; round < 2000; ++round) {
    std::vector<int> parts(static_cast<std::size_t>(1 + numbers.below(9)));
    for (int& part : parts) part = numbers.below(round % 2 == 0 ? 400 : std::numeric_limits<int>::max());
    parts.back() += parts.back() == 0;
    const auto total = std::accumulate(parts.begin(), parts.end(), 0.0);

    const std::vector<int> percents = largest_remainder_percents(parts);

    REQUIRE(percents.size() == parts.size());
    CHECK(std::accumulate(percents.begin(), percents.end(), 0) == 100);
    for (std::size_t i = 0; i < parts.size(); ++i) CHECK(std::abs(percents[i] - 100.0 * parts[i] / total) < 1.0);
  }
}

TEST_CASE("of equal remainders the first listed part is rounded up") {
  CHECK(largest_remainder_percents(std::vector<int>{1, 1, 1}) == std::vector<int>{34, 33, 33});
  CHECK(largest_remainder_percents(std::vector<int>{1, 1, 1, 1, 1, 1}) ==
        std::vector<int>{17, 17, 17, 17, 16, 16});
  const std::vector<int> forty = largest_remainder_percents(std::vector<int>(40, 9));
  for (std::size_t i = 0; i < 40; ++i) CHECK(forty[i] == (i < 20 ? 3 : 2));
  CHECK(largest_remainder_percents(std::vector<int>{225, 375, 400}) == std::vector<int>{23, 37, 40});
}

TEST_CASE("nothing shared out is nothing for everybody") {
  CHECK(largest_remainder_percents(std::vector<int>{}).empty());
  CHECK(largest_remainder_percents(std::vector<int>{0, 0}) == std::vector<int>{0, 0});
  CHECK(largest_remainder_percents(std::vector<int>{0, 7}) == std::vector<int>{0, 100});
}

TEST_CASE("principles that share a task share its stories, the first ones get what is over") {
  CHECK(shares(2, 1) == std::vector<int>{2});
  CHECK(shares(3, 3) == std::vector<int>{1, 1, 1});
  CHECK(shares(5, 3) == std::vector<int>{2, 2, 1});
  CHECK(shares(2, 3) == std::vector<int>{1, 1, 1});  // a story may serve two principles
  CHECK(shares(7, 0).empty());
  for (int count = 1; count <= 40; ++count)
    for (std::size_t named = 1; named <= kPrincipleCount; ++named) {
      const std::vector<int> got = shares(count, named);
      CHECK(std::accumulate(got.begin(), got.end(), 0) == std::max(count, static_cast<int>(named)));
      CHECK(std::is_sorted(got.rbegin(), got.rend()));
      CHECK(got.front() - got.back() <= 1);
    }
}

TEST_CASE("only tasks that ask for stories are story slots, and tellings that give one a second principle") {
  for (const std::string_view unit : {"drafts", "principles", ""}) {
    Plan plan = plan_with_story_task(2, {3});
    plan.days[0].tasks[0].unit = unit;
    CHECK(story_slots(plan).empty());
  }
  Plan plan = plan_with_story_task(2, {3});
  const auto slots = story_slots(plan);
  REQUIRE(slots.size() == 1);
  CHECK(slots[0].principle == 3);
  CHECK(slots[0].source == "seed");
  CHECK(slots[0].task == "w01-d1-stories");
  CHECK_FALSE(slots[0].again);
  plan.days[0].tasks[0].unit = "tellings";
  REQUIRE(story_slots(plan).size() == 1);
  CHECK(story_slots(plan)[0].again);
  plan.days[0].tasks[0].count.reset();
  CHECK(story_slots(plan).empty());
}

TEST_CASE("a target holds from its week until the next one; before the first there is none") {
  Metric metric;
  CHECK_FALSE(target_in_week(metric, 5).has_value());
  metric.targets = {{3, 35}, {4, 30}, {18, 25}};

  CHECK_FALSE(target_in_week(metric, -1).has_value());
  CHECK_FALSE(target_in_week(metric, 2).has_value());
  CHECK(target_in_week(metric, 3) == 35);
  CHECK(target_in_week(metric, 4) == 30);
  CHECK(target_in_week(metric, 17) == 30);
  CHECK(target_in_week(metric, 18) == 25);
  CHECK(target_in_week(metric, 100) == 25);
}

TEST_CASE("expected progress has the timeline's numbers at the ends of the months") {
  const double coding[] = {60, 75, 85, 90, 95, 95};
  const double design[] = {50, 65, 80, 85, 90, 95};
  const double behavioural[] = {70, 80, 85, 90, 95, 95};
  for (int month = 1; month <= 6; ++month) {
    const CurvePoint point = expected_progress(shipped_plan(), 4 * month);
    CAPTURE(month);
    CHECK(point.month == month);
    CHECK(point.coding == coding[month - 1]);
    CHECK(point.design == design[month - 1]);
    CHECK(point.behavioural == behavioural[month - 1]);
  }
}

TEST_CASE("expected progress between the ends of two months lies on the line between them") {
  CHECK(expected_progress(shipped_plan(), 2).coding == 30);
  CHECK(expected_progress(shipped_plan(), 1).behavioural == 17.5);
  CHECK(expected_progress(shipped_plan(), 5).coding == 63.75);
  CHECK(expected_progress(shipped_plan(), 6).design == 57.5);
  CHECK(expected_progress(shipped_plan(), 7).behavioural == 77.5);
  CHECK(expected_progress(shipped_plan(), 6).month == 2);
  CHECK(expected_progress(shipped_plan(), 22).design == 92.5);
}

TEST_CASE("expected progress begins at nothing, never falls and stays level after the plan") {
  CHECK(expected_progress(shipped_plan(), 0).coding == 0);
  CHECK(expected_progress(shipped_plan(), -3).coding == 0);
  for (int week = 1; week <= 30; ++week) {
    CHECK(expected_progress(shipped_plan(), week).coding >= expected_progress(shipped_plan(), week - 1).coding);
    CHECK(expected_progress(shipped_plan(), week).design >= expected_progress(shipped_plan(), week - 1).design);
  }
  CHECK(expected_progress(shipped_plan(), 30).design == 95);
  CHECK(expected_progress(Plan{}, 12).coding == 0);
}
