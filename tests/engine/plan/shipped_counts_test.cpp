// Does the shipped plan add up? Hours, problems, designs, drafts, stories and mocks against what its gates want.
#include <doctest/doctest.h>

#include <map>
#include <numeric>
#include <set>

#include "shipped_plan.h"

using namespace starling;

namespace {

const Gate& gate(std::string_view id) {
  const auto& gates = shipped_plan().gates;
  const auto at = std::find_if(gates.begin(), gates.end(), [&](const Gate& g) { return g.id == id; });
  if (at == gates.end()) throw std::runtime_error("no such gate");
  return *at;
}

int until(int week, std::string_view unit) {
  return counted(tasks_until(shipped_plan(), week), [&](const Task& t) { return t.unit == unit; });
}

std::set<std::string_view> without_slot(bool seed_only) {
  std::set<std::string_view> left;
  for (const Principle& principle : principles()) left.insert(principle.id);
  for (const StorySlot& slot : story_slots(shipped_plan()))
    if (!seed_only || slot.source == "seed") left.erase(principles()[slot.principle].id);
  return left;
}

std::vector<int> hours_of(std::string_view level) {
  std::vector<int> hours;
  for (const Allocation& allocation : shipped_plan().allocations)
    if (allocation.level == level) hours.push_back(allocation.hours);
  return hours;
}

}  // namespace

TEST_CASE("the hours of the areas add up to 360 and 400, and weekly hours follow from them") {
  const Plan& plan = shipped_plan();

  CHECK(total_hours(plan, "L6") == 360);
  CHECK(total_hours(plan, "L7") == 400);
  CHECK(total_hours(plan, "L8") == 0);
  CHECK(weekly_hours(plan, "L6", Area::Design) == 5.0);
  CHECK(weekly_hours(plan, "L6", Area::Coding) == doctest::Approx(4.1667).epsilon(1e-4));
  CHECK(weekly_hours(plan, "L6", Area::Leadership) == doctest::Approx(3.3333).epsilon(1e-4));
  CHECK(weekly_hours(plan, "L6", Area::Mocks) == 2.5);
  CHECK(weekly_hours(plan, "L7", Area::Design) == 6.25);
  CHECK(weekly_hours(plan, "L7", Area::Leadership) == 3.75);
  const auto weekly_sum = [&](std::string_view level) {
    double sum = 0;
    for (const Area area : kAreas) sum += weekly_hours(plan, level, area);
    return sum;
  };
  CHECK(weekly_sum("L6") == doctest::Approx(15.0).epsilon(1e-9));
  CHECK(weekly_sum("L7") == doctest::Approx(16.6667).epsilon(1e-4));
}

TEST_CASE("the percentages of the areas add up to 100, shared out by largest remainder") {
  CHECK(hours_of("L6") == std::vector<int>{120, 100, 80, 60});
  CHECK(hours_of("L7") == std::vector<int>{150, 100, 90, 60});
  CHECK(largest_remainder_percents(hours_of("L6")) == std::vector<int>{33, 28, 22, 17});
  CHECK(largest_remainder_percents(hours_of("L7")) == std::vector<int>{38, 25, 22, 15});
}

TEST_CASE("the levels' totals lie within their hours, the default week within 15 to 20") {
  REQUIRE(shipped_plan().levels.size() == 2);
  for (const LevelHours& level : shipped_plan().levels) {
    CHECK(total_hours(shipped_plan(), level.id) >= level.hours_low);
    CHECK(total_hours(shipped_plan(), level.id) <= level.hours_high);
    CHECK(level.default_week >= 15);
    CHECK(level.default_week <= 20);
  }
  CHECK(shipped_plan().levels[0].default_week == 15);
  CHECK(shipped_plan().levels[1].default_week == 17);
}

TEST_CASE("the plan holds enough problems by weeks 4, 8 and 12 for the gates of those months") {
  CHECK(gate("m1-problems").target == 25);
  CHECK(gate("m2-problems").target == 50);
  CHECK(gate("m3-problems").target == 70);
  CHECK(until(4, "problems") >= 25);
  CHECK(until(8, "problems") >= 50);
  CHECK(until(12, "problems") >= 70);
}

TEST_CASE("the problems that the timeline counts itself are 43 by week 12, and 20 or more in week 17") {
  const auto seed_in = [](int week) {
    const auto problems = [](const Task& t) { return t.unit == "problems" && t.origin.row.starts_with('S'); };
    return counted(tasks_until(shipped_plan(), week), problems) -
           counted(tasks_until(shipped_plan(), week - 1), problems);
  };

  CHECK(seed_in(1) == 3);
  CHECK(seed_in(2) == 10);
  CHECK(seed_in(3) == 15);
  CHECK(seed_in(5) == 15);
  for (const int week : {4, 6, 7, 8, 9, 10, 11, 12}) CHECK(seed_in(week) == 0);
  CHECK(seed_in(17) >= 20);
}

TEST_CASE("the plan holds six designs by week 4, ten by week 8 and twenty by week 12") {
  CHECK(until(4, "designs") == 6);
  CHECK(until(8, "designs") >= 10);
  CHECK(until(12, "designs") >= 20);
  CHECK(gate("m1-designs").target == 6);
  CHECK(gate("m2-designs").target == 10);
  CHECK(gate("m3-designs").target == 20);
}

TEST_CASE("the designs of weeks 5 to 8 are our own: redone or varied ones, one each weekend") {
  for (int week = 5; week <= 8; ++week) {
    int designs = 0;
    for (int day = 1; day <= 7; ++day)
      for (const Task& task : day_of(shipped_plan(), week, day)->tasks)
        if (task.unit == "designs") {
          CHECK(day >= 6);
          CHECK(task.origin == Origin{"starling", "C12"});
          CHECK_FALSE(task.variant_of.empty());
          ++designs;
        }
    CAPTURE(week);
    CHECK(designs == 1);
  }
}

TEST_CASE("ten stories are drafted by week 4: eight of the timeline and two of our own") {
  const auto month = tasks_until(shipped_plan(), 4);
  const auto drafts_from = [&](std::string_view source) {
    return counted(month, [&](const Task& t) { return t.unit == "drafts" && t.origin.source == source; });
  };

  CHECK(until(1, "drafts") == 3);
  CHECK(until(2, "drafts") == 8);
  CHECK(until(4, "drafts") == 10);
  CHECK(drafts_from("seed") == 8);
  CHECK(drafts_from("starling") == 2);
  CHECK(gate("m1-stories").target == 10);
}

TEST_CASE("fifteen services are met by week 8, those that the timeline does not name marked as filler") {
  const auto services = [](const Task& t) { return t.unit == "services"; };
  const auto filler = [](const Task& t) { return t.unit == "services" && t.origin.source == "sibling"; };

  CHECK(counted(tasks_until(shipped_plan(), 8), services) >= 15);
  CHECK(counted(tasks_until(shipped_plan(), 4), filler) == 5);
  CHECK(counted(tasks_until(shipped_plan(), 24), filler) == 5);
}

TEST_CASE("the timeline's own story slots leave exactly two principles without a story; ours fill them") {
  CHECK(without_slot(true) == std::set<std::string_view>{"hire-and-develop", "highest-standards"});
  CHECK(without_slot(false).empty());
}

TEST_CASE("the timeline schedules 25 stories: 12 in week 13, 13 in week 14; the last three principles share 3") {
  int seed = 0;
  int our_own = 0;
  std::map<std::string, std::vector<int>> shares;
  for (const StorySlot& slot : story_slots(shipped_plan())) {
    if (slot.again) continue;
    (slot.source == "seed" ? seed : our_own) += slot.stories;
    shares[slot.task].push_back(slot.stories);
  }

  CHECK(seed == 25);
  CHECK(our_own == 4);
  const auto week_13 = tasks_until(shipped_plan(), 13);
  CHECK(counted(week_13, [](const Task& t) { return t.unit == "stories" && t.origin.source == "seed"; }) == 12);
  int shared = 0;
  for (const auto& [task, stories] : shares)
    if (stories.size() > 1) {
      CHECK(stories == std::vector<int>{1, 1, 1});
      ++shared;
    }
  CHECK(shared == 1);
}

TEST_CASE("the plan holds the mocks that its gates ask for") {
  const auto mocks = [](int week, auto which) {
    const auto tasks = tasks_until(shipped_plan(), week);
    return std::count_if(tasks.begin(), tasks.end(),
                         [&](const Task& t) { return !t.mock.empty() && which(t); });
  };
  const auto any = [](const Task&) { return true; };
  const auto from_seed = [](const Task& t) { return t.origin.source == "seed"; };
  const auto needed = [](const Task& t) { return !t.optional; };

  CHECK(mocks(7, any) == 0);
  CHECK(mocks(8, any) == 1);
  const auto full = [](const Task& t) { return t.mock == "behavioural" && t.minutes >= 60; };
  CHECK(mocks(16, full) == 2);
  CHECK(mocks(16, [](const Task& t) { return t.mock == "behavioural" && t.origin.source == "seed"; }) == 1);
  CHECK(mocks(18, any) - mocks(17, any) == 2);
  CHECK(mocks(14, any) - mocks(8, any) == 3);
  CHECK(mocks(19, any) - mocks(18, any) == 6);
  const auto at_l6 = [](const Task& t) { return is_for(t, "L6"); };
  const auto at_l7 = [](const Task& t) { return is_for(t, "L7"); };
  for (const auto& level : {+at_l6, +at_l7}) CHECK(mocks(20, level) - mocks(19, level) == 4);
  CHECK(mocks(20, needed) >= gate("m5-mocks").target);
  CHECK(mocks(23, any) - mocks(22, any) >= 2);
  CHECK(mocks(24, [&](const Task& t) { return from_seed(t) && is_for(t, "L6"); }) == 14);
}

TEST_CASE("medium problems have dated targets: 30 minutes as baseline, 35 in week 3, 30 in week 4, 25 from week 18") {
  const auto& metrics = shipped_plan().metrics;
  const auto medium =
      std::find_if(metrics.begin(), metrics.end(), [](const Metric& m) { return m.id == "medium-minutes"; });
  REQUIRE(medium != metrics.end());

  CHECK(medium->lower_is_better);
  const std::map<int, double> minutes{{1, 30}, {3, 35}, {4, 30}, {17, 30}, {18, 25}, {21, 25}, {24, 25}};
  for (const auto& target : minutes) {
    CAPTURE(target.first);
    CHECK(target_in_week(*medium, target.first) == target.second);
  }
}

TEST_CASE("a week before the sprint takes 14 to 18 hours at L6 and up to 22 at L7, and later at most 20") {
  for (int week = 1; week <= 24; ++week) {
    CAPTURE(week);
    const auto hours = [&](std::string_view level) {
      const auto areas = area_minutes(tasks_of_week(shipped_plan(), level, week), level);
      return std::accumulate(areas.begin(), areas.end(), 0) / 60.0;
    };
    if (week < 17) CHECK(hours("L6") >= 14);
    if (week < 17) CHECK(hours("L6") <= 18);
    if (week < 17) CHECK(hours("L7") <= 22);
    CHECK(hours("L7") >= hours("L6") - 0.5);
    if (week >= 17) CHECK(hours("L7") <= 20);
  }
}

TEST_CASE("the tasks of all weeks take about the hours that each level gives each area") {
  // The budget is for the whole plan, not for each week (C17); the interview itself counts among the mocks.
  for (const std::string_view level : {"L6", "L7"}) {
    CAPTURE(level);
    std::array<int, 4> minutes{};
    for (int week = 1; week <= 24; ++week)
      for (std::size_t i = 0; i < minutes.size(); ++i) minutes[i] += area_minutes(tasks_of_week(shipped_plan(), level, week), level)[i];
    double whole = -5;  // the interview
    for (const int of_area : minutes) whole += of_area / 60.0;
    CHECK(whole >= total_hours(shipped_plan(), level));
    CHECK(whole <= 1.05 * total_hours(shipped_plan(), level));
    for (const Area area : kAreas) {
      const double hours = weekly_hours(shipped_plan(), level, area) * 24;
      CAPTURE(to_string(area));
      CHECK(minutes[static_cast<std::size_t>(area)] / 60.0 >= 0.9 * hours);
      CHECK(minutes[static_cast<std::size_t>(area)] / 60.0 <= 1.12 * hours);
    }
  }
}

TEST_CASE("the minutes of a week's areas are those of the tasks that are for the level") {
  const Plan& plan = shipped_plan();
  for (const std::string_view level : {"L6", "L7"})
    for (int week = 1; week <= 24; ++week) {
      int sum = 0;
      for (int day = 1; day <= 7; ++day)
        for (const Task& task : day_of(plan, week, day)->tasks)
          if (is_for(task, level)) sum += minutes_for(task, level);
      const auto areas = area_minutes(tasks_of_week(plan, level, week), level);
      CAPTURE(week);
      CHECK(areas[0] + areas[1] + areas[2] + areas[3] == sum);
      CHECK(sum > 0);
    }
  CHECK(area_minutes(tasks_of_week(plan, "L6", 0), "L6") == std::array<int, 4>{});
  CHECK(area_minutes(tasks_of_week(plan, "L6", 25), "L6") == std::array<int, 4>{});
}
