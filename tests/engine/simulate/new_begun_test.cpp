// On which days new items are begun.
#include "simulate/new_begun.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace starling;

namespace {

// `costs` open on day 0, each by its cost beside a card.
Scenario opening(const std::vector<double>& costs) {
  Scenario scenario;
  scenario.arrivals = {static_cast<int>(costs.size())};
  for (const double cost : costs) scenario.weights.push_back({cost, 1});
  return scenario;
}

double begun_in_all(const NewBegun& begun) {
  return std::accumulate(begun.fresh.begin(), begun.fresh.end(), 0.0, [](double sum, const FreshItems& fresh) { return sum + fresh.items; });
}

}  // namespace

TEST_CASE("new items take their own cost of the minutes, and what does not fit lets others pass") {
  const NewBegun begun = begin_new({50, 50}, opening({1, 9, 1, 1}), 10.0, 1);
  REQUIRE(begun.fresh.size() == 1);
  CHECK(begun.fresh[0].items == 3);
  CHECK(begun.fresh[0].weight.cost == 1);
  CHECK(begun.left == std::vector<double>{20, 50});
  CHECK(begun.never == 1);

  const NewBegun longer = begin_new({50, 90}, opening({1, 9, 1, 1}), 10.0, 1);
  CHECK(longer.never == 0);
  REQUIRE(longer.fresh.size() == 2);
  CHECK(longer.fresh[1].day == 1);
  CHECK(longer.fresh[1].weight.cost == 9);
  CHECK(longer.left == std::vector<double>{20, kLeastSeconds});
}

TEST_CASE("where some cost less than a card, a card that does not fit lets them pass") {
  const NewBegun begun = begin_new({25, 50}, opening({1, 1, 1, 0.5}), 10.0, 1);
  REQUIRE(begun.fresh.size() == 3);
  CHECK(begun.fresh[0].items == 2);
  CHECK(begun.fresh[1].day == 0);
  CHECK(begun.fresh[1].weight.cost == 0.5);
  CHECK(begun.fresh[2].day == 1);
  CHECK(begun.fresh[2].weight.cost == 1);
  CHECK(begun.never == 0);
}

TEST_CASE("what the plan has practised takes none of the minutes and is no new card of its day") {
  Scenario scenario = opening({1, 1, 10, 10});
  scenario.practised = {2};
  scenario.new_per_day = 1;
  const NewBegun begun = begin_new({600, 600, 600}, scenario, 10.0, 1);
  CHECK(begun_in_all(begun) == 4);
  REQUIRE(!begun.fresh.empty());
  CHECK(begun.fresh.front().weight.cost == 10);
  CHECK(begun.fresh.front().items == 2);
  CHECK(begun.left == std::vector<double>{590, 590, 600});
  CHECK(begun.never == 0);
  CHECK(never_by_number(scenario, 1) == 1);
  const Openings opened = openings(scenario);
  REQUIRE(opened.to_begin.size() == 1);
  CHECK(opened.to_begin[0].items == 2);
  CHECK(opened.to_begin[0].weight.cost == 1);
  REQUIRE(opened.practised.size() == 1);
  CHECK(opened.practised[0].items == 2);
}

TEST_CASE("as many new items are begun a day as its number allows, none on a day off, and all are begun or counted") {
  Scenario scenario = opening({1, 2, 1, 2, 1, 2, 1});
  scenario.new_per_day = 2;
  const NewBegun begun = begin_new({600, 0, 600, 600}, scenario, 10.0, 1);
  for (const FreshItems& fresh : begun.fresh) CHECK(fresh.day != 1);
  for (const int day : {0, 2, 3}) {
    double of_day = 0;
    for (const FreshItems& fresh : begun.fresh) of_day += fresh.day == day ? fresh.items : 0;
    CHECK(of_day == 2);
  }
  CHECK(begun_in_all(begun) + begun.never == 7);

  scenario.asking.assign(4, Asking::ReviewsOnly);
  CHECK(begin_new({600, 0, 600, 600}, scenario, 10.0, 1).never == 7);
}

TEST_CASE("the share of new items is the least that begins as many, with something to spare") {
  Scenario scenario = opening(std::vector<double>(40, 2));
  const std::vector<double> few(10, 100);
  const double share = share_to_begin_all(few, scenario, 10.0);
  CHECK(share > kShareOfNew);
  CHECK(begin_new(few, scenario, 10.0, share).never == begin_new(few, scenario, 10.0, 1).never);
  CHECK(share_to_begin_all(std::vector<double>(10, 10000), scenario, 10.0) == kShareOfNew);
}
