#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "draws.h"
#include "memory/memory.h"

namespace starling {
namespace {

// The defaults, and weights of a learner who forgets faster and for whom grades tell more.
std::vector<Fsrs6Weights> learners() {
  Fsrs6Weights steep{{0.4,  1.9,  4.2, 21.5, 7.1, 0.62, 1.9, 0.05, 1.45, 0.12, 1.05,
                      2.05, 0.11, 0.33, 2.2, 0.31, 2.9, 0.7, 0.35, 0.21, 0.5}};
  return {default_fsrs6_weights(), steep};
}

const std::vector<double> kStabilities{0.001, 0.02, 0.5, 1, 2.5, 7, 30, 180, 2000, 36500};
const std::vector<double> kDifficulties{1, 1.5, 3, 5, 7.7, 9.9, 10};
const std::vector<int> kWaits{0, 1, 2, 5, 14, 60, 365, 10000};

template <typename Check>
void for_every_state(const Check& check) {
  for (const Fsrs6Weights& weights : learners())
    for (const double days : kStabilities)
      for (const double level : kDifficulties)
        for (const int wait : kWaits) {
          CAPTURE(days);
          CAPTURE(level);
          CAPTURE(wait);
          check(Fsrs6(weights), MemoryState{Stability{days}, Difficulty{level}}, WholeDays{wait});
        }
}

TEST_CASE("after as many days as its stability a card is recalled nine times in ten, whatever the decay") {
  for (const double decay : {0.1, 0.1542, 0.2, 0.5, 0.8}) {
    Fsrs6Weights weights = default_fsrs6_weights();
    weights.w[20] = decay;
    const Fsrs6 model(weights);
    for (const double days : kStabilities) {
      CAPTURE(decay);
      CAPTURE(days);
      CHECK(model.recall_after(days, Stability{days}) == doctest::Approx(0.9).epsilon(1e-12));
      CHECK(model.interval_days(Stability{days}, 0.9) == doctest::Approx(days).epsilon(1e-12));
    }
  }
}

TEST_CASE("recall is certain at the review and only falls afterwards") {
  for (const Fsrs6Weights& weights : learners()) {
    const Fsrs6 model(weights);
    for (const double days : kStabilities) {
      double last = model.recall_after(0, Stability{days});
      CHECK(last == 1);
      for (double elapsed = days / 16; elapsed < 20 * days; elapsed *= 1.5) {
        const double recall = model.recall_after(elapsed, Stability{days});
        CHECK(recall < last);
        CHECK(recall > 0);
        last = recall;
      }
    }
  }
}

TEST_CASE("a review dated before the last one counts as a review on the same day") {
  const Fsrs6 model(default_fsrs6_weights());
  const MemoryState before{Stability{5}, Difficulty{6}};

  CHECK(model.recall_after(-3, before.stability) == 1);
  for (const Grade grade : kGrades) {
    const MemoryState same_day = model.after_review(before, WholeDays{0}, grade);
    CHECK(model.after_review(before, WholeDays{-1}, grade) == same_day);
    CHECK(model.after_review(before, WholeDays{std::numeric_limits<int>::min()}, grade) == same_day);
  }
}

TEST_CASE("after the promised interval recall is just the retention that was asked for") {
  for (const Fsrs6Weights& weights : learners()) {
    const Fsrs6 model(weights);
    for (const double days : kStabilities)
      for (const double retention : {0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99}) {
        const double interval = model.interval_days(Stability{days}, retention);
        CHECK(model.recall_after(interval, Stability{days}) == doctest::Approx(retention).epsilon(1e-10));
      }
  }
}

TEST_CASE("a card forgotten after a night or more is never more stable than before") {
  for_every_state([](const Fsrs6& model, const MemoryState& before, WholeDays elapsed) {
    if (elapsed.count > 0) CHECK(model.after_review(before, elapsed, Grade::Again).stability <= before.stability);
  });
}

// With other weights FSRS-6 lets this grow while stability is a few minutes.
TEST_CASE("by the default weights a card forgotten twice in a day is never more stable than before") {
  const Fsrs6 model(default_fsrs6_weights());
  for (const double days : kStabilities) {
    const MemoryState before{Stability{days}, Difficulty{5}};
    CHECK(model.after_review(before, WholeDays{0}, Grade::Again).stability <= before.stability);
  }
}

TEST_CASE("a lapse costs at least what forgetting and relearning within a day would cost") {
  Fsrs6Weights weights = default_fsrs6_weights();
  weights.w[11] = 5;  // so mild a lapse that the cap has to hold it back
  const MemoryState before{Stability{0.5}, Difficulty{1}};

  const MemoryState after = Fsrs6(weights).after_review(before, WholeDays{30}, Grade::Again);

  CHECK(after.stability.days == doctest::Approx(0.5 / std::exp(0.5425 * 0.0912)).epsilon(1e-12));
}

TEST_CASE("a remembered card is never less stable than before, even twice in a day") {
  for_every_state([](const Fsrs6& model, const MemoryState& before, WholeDays elapsed) {
    for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy})
      CHECK(model.after_review(before, elapsed, grade).stability >= before.stability);
  });
}

TEST_CASE("a better grade never makes a card less stable or more difficult") {
  for_every_state([](const Fsrs6& model, const MemoryState& before, WholeDays elapsed) {
    const auto outcomes = model.outcomes(before, elapsed, 0.9);
    for (std::size_t i = 1; i < outcomes.size(); ++i) {
      CHECK(outcomes[i - 1].state.stability <= outcomes[i].state.stability);
      CHECK(outcomes[i - 1].state.difficulty >= outcomes[i].state.difficulty);
      CHECK(outcomes[i - 1].interval_days <= outcomes[i].interval_days);
    }
  });
}

TEST_CASE("the longer the wait that a card survived, the more stable it becomes") {
  const Fsrs6 model(default_fsrs6_weights());
  const MemoryState before{Stability{10}, Difficulty{5}};
  Stability last = model.after_review(before, WholeDays{1}, Grade::Good).stability;

  for (int wait = 2; wait < 400; ++wait) {
    const Stability now = model.after_review(before, WholeDays{wait}, Grade::Good).stability;
    CHECK(now > last);
    last = now;
  }
}

TEST_CASE("what the four buttons show is to the bit what an answer then does") {
  for_every_state([](const Fsrs6& model, const MemoryState& before, WholeDays elapsed) {
    const auto outcomes = model.outcomes(before, elapsed, 0.87);
    for (const Grade grade : kGrades) {
      const MemoryOutcome& shown = outcomes.at(index_of(grade));
      CHECK(shown.state == model.after_review(before, elapsed, grade));
      CHECK(shown.interval_days == model.interval_days(shown.state.stability, 0.87));
    }
  });
}

TEST_CASE("a first review starts from the grade alone, within a thousandth of a day and a hundred days") {
  Fsrs6Weights weights = default_fsrs6_weights();
  weights.w[0] = 0;
  weights.w[3] = 500;
  const Fsrs6 model(weights);

  const auto at_once = model.outcomes(std::nullopt, WholeDays{0}, 0.9);
  const auto late = model.outcomes(std::nullopt, WholeDays{99}, 0.9);

  for (const Grade grade : kGrades) {
    const auto i = index_of(grade);
    CHECK(at_once.at(i).state == model.first_review(grade));
    CHECK(late.at(i).state == at_once.at(i).state);
  }
  CHECK(at_once[0].state.stability.days == 0.001);
  CHECK(at_once[1].state.stability.days == 1.2931);
  CHECK(at_once[3].state.stability.days == 100);
  CHECK(at_once[0].state.difficulty.level == 6.4133);
  CHECK(at_once[3].state.difficulty.level == 1);
}

TEST_CASE("no history, however wild, leaves the bounds of stability and difficulty") {
  Draws draws{11};
  for (const Fsrs6Weights& weights : learners()) {
    const Fsrs6 model(weights);
    for (int card = 0; card < 300; ++card) {
      MemoryState memory = model.first_review(draws.grade());
      for (int review = 0; review < 60; ++review) {
        const auto wait = static_cast<int>(draws.next() >> (33 + draws.below(31)));
        memory = model.after_review(memory, WholeDays{wait}, draws.grade());
        CHECK(memory.stability.days >= 0.001);
        CHECK(memory.stability.days <= 36500);
        CHECK(memory.difficulty.level >= 1);
        CHECK(memory.difficulty.level <= 10);
      }
    }
  }
}

TEST_CASE("a state that no review could have made counts as the nearest possible one") {
  const Fsrs6 model(default_fsrs6_weights());
  const MemoryState low{Stability{0}, Difficulty{-4}};
  const MemoryState lowest{Stability{0.001}, Difficulty{1}};
  const MemoryState high{Stability{1e300}, Difficulty{1e300}};
  const MemoryState highest{Stability{36500}, Difficulty{10}};

  for (const WholeDays wait : {WholeDays{0}, WholeDays{1}, WholeDays{std::numeric_limits<int>::max()}})
    for (const Grade grade : kGrades) {
      CHECK(model.after_review(low, wait, grade) == model.after_review(lowest, wait, grade));
      CHECK(model.after_review(high, wait, grade) == model.after_review(highest, wait, grade));
    }
}

}  // namespace
}  // namespace starling
