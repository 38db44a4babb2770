// The ways to review, compared on the same days: which are there, whose luck they have, and which is best.
#include "engine/simulate/learners.h"

#include <algorithm>
#include <array>

using namespace starling;
using namespace starling::test;

namespace {

Scenario eight_weeks(double minutes) {
  Scenario scenario;
  scenario.days = 56;
  scenario.interview = 56;
  scenario.minutes_per_day = minutes;
  scenario.new_within_minutes = true;
  for (int i = 0; i < 50; ++i) scenario.known.push_back({{Stability{1.0 + i % 20}, Difficulty{1.0 + i % 9}}, -1 - i % 8, i % 5});
  for (int day = 0; day < 30; ++day) scenario.arrivals.push_back(5);
  return scenario;
}

constexpr std::array kFactors{0.7, 1.0, 1.4};

std::vector<WayForeseen> compared(const Scenario& scenario, int threads = 2) {
  return *compare_ways(scenario, default_weights(), kFactors, threads);
}

}  // namespace

TEST_CASE("the learner's own way is among those that are compared, whatever it is") {
  for (const double minutes : {2.0, 60.0})
    for (const StudyPolicy policy : kStudyPolicies)
      for (const double retention : {0.81, 0.90}) {
        Scenario own = eight_weeks(minutes);
        own.policy = policy;
        own.desired_retention = retention;
        const auto ways = study_ways(own);
        CHECK(std::ranges::count(ways, way_of(own)) == 1);
        for (std::size_t i = 0; i < ways.size(); ++i) CHECK(std::ranges::count(ways, ways[i]) == 1);
      }
}

TEST_CASE("what a second is worth elsewhere is chosen only where minutes are left over, and prices only where there are some") {
  const auto by_prices = [](const Scenario& own) {
    return std::ranges::count(study_ways(own), StudyPolicy::Deadline, [](const StudyWay& way) { return way.policy; });
  };
  CHECK(by_prices(eight_weeks(2)) == 1);
  CHECK(by_prices(eight_weeks(60)) == 3);
  CHECK(by_prices(eight_weeks(0)) == 0);
}

TEST_CASE("who forgets sooner knows less under every way, and each way has the figures of its own run") {
  const Scenario own = eight_weeks(3);
  const auto ways = compared(own);
  CHECK(ways == compared(own, 1));
  for (const WayForeseen& each : ways) {
    CHECK(each.recall[0] < each.recall[1]);
    CHECK(each.recall[1] < each.recall[2]);
    CHECK(each.hours > 0);
    CHECK(each.merit > 0);
    CHECK(each.merit < 1);
  }
  Run run{own, default_weights()};
  run.scenario.policy = StudyPolicy::FinalPass;
  const Simulation alone = played(run, {1, 1, Seed{1}, false, false});
  const WayForeseen* of = foreseen_under(ways, StudyPolicy::FinalPass, way_of(own));
  REQUIRE(of);
  CHECK(of->recall[1] == alone.mean_recall_at_end);
}

TEST_CASE("where the minutes leave a part of what a second is worth elsewhere, the learner's own way is compared as its days are played") {
  Scenario own = eight_weeks(8);
  own.policy = StudyPolicy::Deadline;
  const StudyWay way = way_of(own);
  REQUIRE(way.base_price);
  CHECK(*base_price_of(own) < *way.base_price);
  const auto ways = compared(own);
  CHECK(std::ranges::count(ways, way, &WayForeseen::way) == 1);
  const Simulation alone = played({own, default_weights()}, {1, 1, Seed{1}, false, false});
  CHECK(foreseen_under(ways, StudyPolicy::Deadline, way)->recall[1] == alone.mean_recall_at_end);
}

TEST_CASE("under few minutes the best policy goes by prices, and merit says so") {
  const Scenario own = eight_weeks(2);
  const StudyWay way = way_of(own);
  const auto ways = compared(own);
  const WayForeseen* best = best_way(ways, way, false);
  REQUIRE(best);
  CHECK(best->way.policy == StudyPolicy::Deadline);
  for (const StudyPolicy policy : kStudyPolicies) CHECK(foreseen_under(ways, policy, way)->merit <= best->merit);
}

TEST_CASE("the best way has the learner's own base, or where none was chosen the one that is better by more than luck") {
  const StudyWay usual{StudyPolicy::Deadline, 0.9, 2e-4};
  const StudyWay more{StudyPolicy::Deadline, 0.9, 1e-4};
  const StudyWay rising{StudyPolicy::Rising, 0.9, std::nullopt};
  const StudyWay dearer{StudyPolicy::Plain, 0.94, std::nullopt};
  const auto foreseen = [](const StudyWay& way, double merit) { return WayForeseen{way, {}, {}, merit, 0}; };
  const std::vector<WayForeseen> ways{foreseen(rising, 0.95), foreseen(usual, 0.94), foreseen(more, 0.96), foreseen(dearer, 0.99)};
  CHECK(best_way(ways, usual, false)->way == rising);
  CHECK(best_way(ways, usual, true)->way == more);
  const std::vector<WayForeseen> alike{foreseen(rising, 0.95), foreseen(usual, 0.95), foreseen(more, 0.9502)};
  CHECK(best_way(alike, usual, true)->way == usual);
  CHECK(best_way({}, usual, true) == nullptr);
}

TEST_CASE("merit is half of the mean and half of the worst tenth as they are in doubt") {
  for (const WayForeseen& each : compared(eight_weeks(4)))
    CHECK(each.merit == doctest::Approx((in_doubt(each.recall) + in_doubt(each.lowest_tenth)) / 2));
}

TEST_CASE("three phone screens are in what a way is held to be worth, three quarters of the interview together") {
  Scenario own = eight_weeks(2);
  const auto without = compared(own);
  own.policy = StudyPolicy::Plain;
  own.earlier = {{20, kUsualEarlierWorth}, {30, kUsualEarlierWorth}, {44, kUsualEarlierWorth}};
  const auto with = compared(own);
  REQUIRE(with.size() == without.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    if (with[i].way.policy == StudyPolicy::Deadline) continue;
    // The same lives: merit is the mean of what it was and of recall on those days.
    double earlier = 0;
    for (std::size_t learner = 0; learner < kFactors.size(); ++learner) {
      Run run{own, default_weights(), Truth{default_weights(), 0, 0, kFactors[learner]}};
      run.scenario.policy = with[i].way.policy;
      run.scenario.desired_retention = with[i].way.retention;
      const auto recalled = played(run, {1, 1, Seed{1}, false, false}).recalled_earlier;
      REQUIRE(recalled.size() == own.earlier.size());
      for (std::size_t screen = 0; screen < recalled.size(); ++screen)
        earlier += (learner == 1 ? 0.5 : 0.25) * recalled[screen] / opened_before(own, own.earlier[screen].day);
    }
    CHECK(earlier > 0);
    CHECK(with[i].merit == doctest::Approx((without[i].merit + earlier / 4) / 1.75));
  }
}

TEST_CASE("ways that are foreseen alike are said to be as good, whichever is best by a hair") {
  WayForeseen plain;
  plain.merit = 0.9;
  WayForeseen deadline;
  deadline.way.policy = StudyPolicy::Deadline;
  deadline.merit = 0.9001;
  CHECK(are_as_good(std::array{plain, deadline}));
  deadline.merit = 0.92;
  CHECK_FALSE(are_as_good(std::array{plain, deadline}));
}

TEST_CASE("a comparison that is stopped says nothing") {
  const std::atomic<bool> stop = true;
  CHECK_FALSE(compare_ways(eight_weeks(2), default_weights(), kFactors, 2, {&stop, {}}));
}
