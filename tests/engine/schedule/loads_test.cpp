#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "learner.h"

namespace starling {
namespace {

const Day kLoadsDay = day("2026-12-22");  // a Tuesday
const Instant kLoadsMorning = at("2026-12-22", 6h);
const Standing kKnown = in_review(30, 5, day("2026-12-02"), 20);

Policy fuzzy() {
  Policy policy = plain_policy();
  policy.fuzz = true;
  return policy;
}

DayLoads loads_of(std::vector<int> due) {
  DayLoads loads;
  loads.first = kLoadsDay;
  loads.due = std::move(due);
  return loads;
}

int good_days(const Standing& known, const Policy& policy, Seed seed, const DayLoads* loads) {
  return after(outcomes(known, kLoadsMorning, berlin(), policy, fsrs6(), seed, loads), Grade::Good).interval_days;
}

DayKind sundays_rest(Day day) { return weekday_name(day) == "sunday" ? DayKind::Rest : DayKind::Open; }

// The days that good may choose for `known`, by many seeds without loads.
FuzzRange range_of(const Standing& known) {
  FuzzRange range{1000, 0};
  for (std::uint64_t i = 0; i < 500; ++i) {
    const int wait = good_days(known, fuzzy(), seed_from("range", i), nullptr);
    range = {std::min(range.low, wait), std::max(range.high, wait)};
  }
  return range;
}

TEST_CASE("a day weighs as in Anki's load balancer") {
  DayLoads loads = loads_of({0, 1, 4});
  CHECK(day_weight(loads, kLoadsDay, DayKind::Open, 10) == 1);
  CHECK(day_weight(loads, kLoadsDay + std::chrono::days(1), DayKind::Open, 10) == doctest::Approx(0.001));
  CHECK(day_weight(loads, kLoadsDay + std::chrono::days(2), DayKind::Open, 10) == doctest::Approx(std::pow(0.25, 2.15) * 0.001));
  CHECK(day_weight(loads, kLoadsDay + std::chrono::days(99), DayKind::Open, 10) == 1);
  CHECK(day_weight(loads, kLoadsDay - std::chrono::days(1), DayKind::Open, 10) == 1);

  const std::array by_distance{1e-6, 0.2, 0.4, 0.6, 0.8, 1.0, 1.0};
  for (int distance = 0; distance < 7; ++distance)
    for (const int side : {-1, 1}) {
      loads.siblings = {kLoadsDay + std::chrono::days(distance * side), kLoadsDay + std::chrono::days(50)};
      CHECK(day_weight(loads, kLoadsDay, DayKind::Open, 10) == by_distance.at(static_cast<std::size_t>(distance)));
    }
}

TEST_CASE("an empty day inside the fuzz range is taken before busy ones") {
  const FuzzRange range = range_of(kKnown);
  REQUIRE(range.high - range.low >= 4);
  for (int empty = range.low; empty <= range.high; ++empty) {
    DayLoads loads = loads_of(std::vector<int>(200, 25));
    loads.due[static_cast<std::size_t>(empty)] = 0;
    int taken = 0;
    for (std::uint64_t i = 0; i < 200; ++i) taken += good_days(kKnown, fuzzy(), seed_from("c", i), &loads) == empty;
    CHECK(taken >= 198);
  }
}

TEST_CASE("loads never move a review out of its fuzz range, past the maximum or the grades out of order") {
  for (const int last : {1, 2, 5, 20, 60, 150})
    for (const int maximum : {1, 2, 3, 30, 180})
      for (std::uint64_t i = 0; i < 50; ++i) {
        const Standing known = in_review(last, 5, kLoadsDay - std::chrono::days(last), last);
        Policy policy = fuzzy();
        policy.maximum_interval_days = maximum;
        DayLoads loads = loads_of({});
        for (std::uint64_t day = 0; day < 200; ++day)
          loads.due.push_back(static_cast<int>(unit_interval(seed_from("load", day + 1000 * i)) * 30));
        loads.kind = sundays_rest;
        const auto result = outcomes(known, kLoadsMorning, berlin(), policy, fsrs6(), Seed{i}, &loads);
        int before = 0;
        for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy}) {
          const Outcome& outcome = after(result, grade);
          const double interval = fsrs6().interval_days(*outcome.after.memory, 0.9);
          const int least = std::min(before + (passes_maximum(interval, maximum) ? 0 : 1), maximum);
          const FuzzRange range = choice_range(interval, least, maximum);
          CAPTURE(last);
          CAPTURE(maximum);
          CHECK(outcome.interval_days >= range.low);
          CHECK(outcome.interval_days <= std::min(maximum, std::max(range.high, std::max(last, before) + 2)));
          CHECK(outcome.interval_days >= least);
          before = outcome.interval_days;
        }
      }
}

TEST_CASE("a week of busy days comes out even") {
  // 2,000 cards of the same interval answered on one day; each sees those before it.
  DayLoads loads = loads_of(std::vector<int>(200, 0));
  for (std::uint64_t card = 0; card < 2000; ++card)
    ++loads.due[static_cast<std::size_t>(good_days(kKnown, fuzzy(), seed_from("even", card), &loads))];
  const FuzzRange range = range_of(kKnown);
  const double fair = 2000.0 / (range.high - range.low + 1);
  for (int day = range.low; day <= range.high; ++day) {
    CHECK(loads.due[static_cast<std::size_t>(day)] > fair * 0.8);  // earlier days are liked a little better
    CHECK(loads.due[static_cast<std::size_t>(day)] < fair * 1.2);
  }
}

TEST_CASE("a lighter day gets about half of what its neighbours get") {
  DayLoads loads = loads_of(std::vector<int>(200, 0));
  const FuzzRange range = range_of(kKnown);
  const Day light = kLoadsDay + std::chrono::days((range.low + range.high) / 2);
  loads.kind = [&](Day day) { return day == light ? DayKind::Lighter : DayKind::Open; };
  for (std::uint64_t card = 0; card < 5000; ++card)
    ++loads.due[static_cast<std::size_t>(good_days(kKnown, fuzzy(), seed_from("light", card), &loads))];
  const double others = (5000.0 - loads.due_on(light)) / (range.high - range.low);
  CHECK(loads.due_on(light) > 0.4 * others);
  CHECK(loads.due_on(light) < 0.6 * others);
}

TEST_CASE("no review lands on a rest day or a day off while its fuzz range holds another day") {
  for (const DayKind kind : {DayKind::Rest, DayKind::Off})
    for (const int last : {3, 5, 8, 13, 20, 60, 90, 150})
      for (const int busy : {0, 1, 60}) {
        Policy policy = fuzzy();
        policy.maximum_interval_days = 36500;  // at the maximum a range can be a single day
        DayLoads loads = loads_of(std::vector<int>(300, busy));
        // The rest day is the empty one.
        loads.kind = [&](Day day) { return weekday_name(day) == "sunday" ? kind : DayKind::Open; };
        for (int day = 0; day < 300; ++day)
          if (loads.kind(kLoadsDay + std::chrono::days(day)) != DayKind::Open) loads.due[static_cast<std::size_t>(day)] = 0;
        for (std::uint64_t i = 0; i < 100; ++i) {
          const Standing known = in_review(last, 5, kLoadsDay - std::chrono::days(last), last);
          const auto result = outcomes(known, kLoadsMorning, berlin(), policy, fsrs6(), Seed{i}, &loads);
          for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy}) {
            const Outcome& outcome = after(result, grade);
            CAPTURE(last);
            CHECK(weekday_name(outcome.after.due.day) != "sunday");
          }
        }
      }
}

TEST_CASE("a review that can only be on a rest day is on it") {
  Policy policy = plain_policy();
  policy.fuzz = false;
  DayLoads loads = loads_of({});
  loads.kind = [](Day) { return DayKind::Rest; };
  CHECK(good_days(kKnown, policy, Seed{1}, &loads) == good_days(kKnown, policy, Seed{1}, nullptr));
}

TEST_CASE("a review that falls into days off comes before or after them, whichever is nearer, with and without fuzz") {
  for (const bool fuzz : {false, true})
    for (int first = 2; first < 120; ++first) {
      Policy policy = fuzzy();
      policy.fuzz = fuzz;
      const Day from = kLoadsDay + std::chrono::days(first);
      const Day to = from + std::chrono::days(13);
      DayLoads loads = loads_of({});
      loads.kind = [&](Day day) { return day >= from && day <= to ? DayKind::Off : DayKind::Open; };
      const Standing known = in_review(20, 5, kLoadsDay - std::chrono::days(20), 20);
      const int plain = good_days(known, policy, Seed{7}, nullptr);
      const auto result = outcomes(known, kLoadsMorning, berlin(), policy, fsrs6(), Seed{7}, &loads);
      CAPTURE(first);
      for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy}) {
        const Day due = after(result, grade).after.due.day;
        CHECK((due < from || due > to));
      }
      CHECK(std::abs(after(result, Grade::Good).interval_days - plain) <= 14);
    }
}

TEST_CASE("days off without an end do not send a review past the maximum") {
  Policy policy = fuzzy();
  policy.maximum_interval_days = 60;
  DayLoads loads = loads_of({});
  loads.kind = [](Day) { return DayKind::Off; };
  CHECK(good_days(kKnown, policy, Seed{1}, &loads) == good_days(kKnown, policy, Seed{1}, nullptr));
}

TEST_CASE("siblings keep apart where the range lets them") {
  const FuzzRange range = range_of(kKnown);
  for (int day = range.low; day <= range.high; ++day) {
    DayLoads loads = loads_of({});
    loads.siblings = {kLoadsDay + std::chrono::days(day)};
    for (std::uint64_t i = 0; i < 200; ++i) CHECK(good_days(kKnown, fuzzy(), seed_from("sib", i), &loads) != day);
  }
}

TEST_CASE("equal loads and seeds choose equal days, and loads never touch the memory") {
  DayLoads loads = loads_of({3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9});
  for (std::uint64_t i = 0; i < 100; ++i) {
    const auto first = outcomes(kKnown, kLoadsMorning, berlin(), fuzzy(), fsrs6(), Seed{i}, &loads);
    const auto second = outcomes(kKnown, kLoadsMorning, berlin(), fuzzy(), fsrs6(), Seed{i}, &loads);
    const auto plain = outcomes(kKnown, kLoadsMorning, berlin(), fuzzy(), fsrs6(), Seed{i});
    for (const Grade grade : kGrades) {
      CHECK(after(first, grade).after == after(second, grade).after);
      CHECK(after(first, grade).after.memory == after(plain, grade).after.memory);
    }
  }
}

TEST_CASE("intervals above 90 days are not balanced, but keep off rest days") {
  const Standing known = in_review(150, 5, kLoadsDay - std::chrono::days(150), 150);
  Policy policy = fuzzy();
  policy.maximum_interval_days = 36500;
  DayLoads loads = loads_of(std::vector<int>(1000, 0));
  loads.kind = sundays_rest;
  std::map<int, int> chosen;
  for (std::uint64_t i = 0; i < 4000; ++i) {
    const int wait = good_days(known, policy, seed_from("long", i), &loads);
    ++chosen[wait];
    ++loads.due[static_cast<std::size_t>(wait)];
  }
  const double fair = 4000.0 / static_cast<double>(chosen.size());
  for (const auto& [wait, count] : chosen) {
    CHECK(sundays_rest(kLoadsDay + std::chrono::days(wait)) == DayKind::Open);
    CHECK(count > fair * 0.7);
    CHECK(count < fair * 1.3);
  }
}

}  // namespace
}  // namespace starling
