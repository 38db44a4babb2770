#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "learner.h"

namespace starling {
namespace {

constexpr int kCards = 40;
constexpr int kRounds = 6;

struct LearnerAtMaximum {
  Policy policy;
  std::vector<Standing> cards = std::vector<Standing>(kCards);
  bool balanced = false;

  explicit LearnerAtMaximum(int maximum, bool by_loads) : balanced(by_loads) {
    policy.maximum_interval_days = maximum;  // no steps
  }

  // Each card is answered good on its day; the days that the whole pile fell on, from its first answer of the round.
  std::map<int, int> round(int number) {
    std::map<int, int> waits;
    std::map<Day, int> due;
    for (int i = 0; i < kCards; ++i) {
      Standing& card = cards[static_cast<std::size_t>(i)];
      const Day today = number == 0 ? day("2026-11-25") : card.due.day;
      DayLoads loads;
      loads.first = today + std::chrono::days(1);
      for (int ahead = 1; ahead <= policy.maximum_interval_days; ++ahead) loads.due.push_back(due[today + std::chrono::days(ahead)]);
      const auto result = outcomes(card, berlin().moment(today, 10h), berlin(), policy, fsrs6(),
                                   seed_from("t/c" + std::to_string(i), static_cast<std::uint64_t>(number)),
                                   balanced ? &loads : nullptr);
      const Outcome& good = after(result, number == 0 ? Grade::Easy : Grade::Good);
      ++waits[good.interval_days];
      ++due[good.after.due.day];
      card = good.after;
    }
    return waits;
  }
};

}  // namespace

TEST_CASE("forty cards answered good each time keep their spread at the maximum, and never pass it") {
  for (const int maximum : {30, 90, 365})
    for (const bool balanced : {false, true}) {
      LearnerAtMaximum learner(maximum, balanced);
      const FuzzRange range = choice_range(1e6, 1, maximum);
      CHECK(range.high == maximum);
      CHECK(range.high - range.low >= 6);
      for (int round = 0; round < kRounds; ++round) {
        const auto waits = learner.round(round);
        CAPTURE(maximum);
        CAPTURE(balanced);
        CAPTURE(round);
        CHECK(waits.rbegin()->first <= maximum);
        if (waits.rbegin()->first < range.low) continue;  // not there yet
        CHECK(waits.size() >= 4);
        for (const auto& [wait, count] : waits) CHECK(count <= kCards / 3);
      }
      const auto last = learner.round(kRounds);
      CHECK(last.begin()->first >= range.low);
      CHECK(static_cast<int>(last.size()) >= std::min(range.high - range.low, 7));
    }
}

TEST_CASE("a range that passes the maximum lies below it in all its width") {
  CHECK(choice_range(1000, 1, 30).low == 23);
  CHECK(choice_range(1000, 1, 30).high == 30);
  CHECK(choice_range(30, 1, 30).low == 23);
  CHECK(choice_range(26, 1, 30).low == fuzz_range(26, 1, 30).low);
  CHECK(choice_range(1000, 29, 30).low == 29);
  CHECK(choice_range(1000, 1, 1).low == 1);
  CHECK(choice_range(1000, 5, 2).low == 2);
  for (double interval = 0; interval < 250; interval += 0.1)
    for (const int maximum : {1, 2, 3, 5, 30, 180}) {
      const FuzzRange range = choice_range(interval, 1, maximum);
      CAPTURE(interval);
      CAPTURE(maximum);
      CHECK(range.low >= 1);
      CHECK(range.low <= range.high);
      CHECK(range.high <= maximum);
    }
}

TEST_CASE("without fuzz the maximum is a day of its own") {
  LearnerAtMaximum learner(30, false);
  learner.policy.fuzz = false;
  std::map<int, int> waits;
  for (int round = 0; round < kRounds; ++round) waits = learner.round(round);
  CHECK(waits == std::map<int, int>{{30, kCards}});
}

}  // namespace starling
