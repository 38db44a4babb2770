// The intervals that reach a lasting memory in the fewest seconds.
#include "contest/ssp_mmc.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "contest/life.h"

using namespace starling;

namespace {

const double kTarget = grid_memory(33, 0).stability.days;  // 128, on a step: between steps the grid blurs it
constexpr int kLongest = 120;

struct Learner {
  Fsrs6 model{default_fsrs6_weights()};
  Habits habits;
  Threads threads{1};
  ReviewMoves moves{default_weights(), habits, LookSteps{}, kLongest, threads};
};

using Interval = std::function<int(const MemoryState&)>;

// Mean over many cards whose first grade was good, played by the model itself.
double played_seconds(const Learner& learner, const Interval& interval) {
  constexpr int kCards = 1500;
  double seconds = 0;
  for (std::uint64_t card = 0; card < kCards; ++card) {
    SplitMix64 chance(Seed{card});
    const auto unit = [&] { return unit_interval(Seed{chance.next()}); };
    MemoryState memory = learner.model.first_review(Grade::Good);
    while (memory.stability.days < kTarget) {
      const WholeDays days{interval(memory)};
      std::size_t grade = 0;
      if (unit() < learner.model.recall_after(days.count, memory.stability)) {
        double rest = unit();
        for (grade = 1; grade < 3 && rest >= learner.habits.recalled_shares[grade - 1]; ++grade)
          rest -= learner.habits.recalled_shares[grade - 1];
      }
      memory = learner.model.after_review(memory, days, kGrades[grade]);
      seconds += learner.habits.review_seconds[grade];
      if (grade > 0) continue;
      memory = learner.model.after_review(memory, WholeDays{0}, Grade::Good);
      seconds += learner.habits.step_seconds;
    }
  }
  return seconds / kCards;
}

}  // namespace

TEST_CASE("the path to a lasting memory is cheaper than any one retention, and costs what it says") {
  const Learner learner;
  const ShortestPath path(learner.moves, kTarget);
  const double seconds = played_seconds(learner, [&](const MemoryState& memory) { return path.interval_days(memory); });
  for (const double retention : {0.7, 0.8, 0.85, 0.9, 0.95}) {
    CAPTURE(retention);
    CHECK(seconds < played_seconds(learner, [&](const MemoryState& memory) {
            const double days = learner.model.interval_days(memory.stability, retention);
            return static_cast<int>(std::clamp(std::round(days), 1.0, double{kLongest}));
          }));
  }
  CHECK(seconds == doctest::Approx(path.seconds(learner.model.first_review(Grade::Good))).epsilon(0.05));
}

TEST_CASE("no memory waits until it is more likely lost than two in five, and a better one costs less") {
  const Learner learner;
  const ShortestPath path(learner.moves, kTarget);
  for (double difficulty = 1; difficulty <= 10; difficulty += 0.75) {
    double before = 1e9;
    for (double stability = 0.02; stability < 0.95 * kTarget; stability *= 1.3) {
      const MemoryState memory{Stability{stability}, Difficulty{difficulty}};
      const int days = path.interval_days(memory);
      CHECK(days >= 1);
      CHECK(days <= kLongest);
      CHECK((days == 1 || learner.model.recall_after(days, memory.stability) > 0.6));
      CHECK(path.seconds(memory) < before);
      before = path.seconds(memory);
    }
  }
}

TEST_CASE("a path begun from one of other weights comes to the same costs") {
  const Learner learner;
  Fsrs6Weights other = default_fsrs6_weights();
  other.w[Fsrs6Weights::kGrowth] -= 0.3;
  Threads threads(1);
  const ReviewMoves moves(Weights(other), learner.habits, LookSteps{}, kLongest, threads);
  const ShortestPath near(moves, kTarget);
  const ShortestPath cold(learner.moves, kTarget);
  const ShortestPath warm(learner.moves, kTarget, &near);
  const MemoryState fresh = learner.model.first_review(Grade::Good);
  CHECK(near.seconds(fresh) > cold.seconds(fresh) + 1);
  CHECK(warm.seconds(fresh) == doctest::Approx(cold.seconds(fresh)).epsilon(0.001));
}

TEST_CASE("in the last two weeks everything is asked once more, however lasting it is") {
  Course course;
  course.days = 60;
  course.fresh.assign(60, 0);
  course.fresh[0] = 28;
  const Rival ssp = ssp_mmc_rival(20);
  int unasked = 0;  // since the pass began, on the morning of the last day
  const Rival watched{"watched", "", [&] {
                        return [&, way = ssp.begin()](const Desk& desk) {
                          if (desk.days_left() == 1)
                            unasked = static_cast<int>(std::ranges::count_if(
                                desk.cards, [&](const ContestCard& card) { return desk.waited(card) > 13; }));
                          return way(desk);
                        };
                      }};
  const LifeEnd end = live(course, *nature_named("model"), watched, Seed{1}, {});
  CHECK(unasked <= 2);
  CHECK(end.mean > 0.9);
}
