// Laws of FSRS-7.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "draws.h"
#include "memory/memory.h"

namespace starling {
namespace {

// The defaults, and the ends of what a fit may answer.
std::vector<Fsrs7> two_trace_learners() {
  std::vector<Fsrs7> models{Fsrs7(default_fsrs7_weights())};
  for (const bool lowest : {true, false}) {
    Weights ends = default_weights(ModelKind::Fsrs7);
    const auto limits = weight_limits(ModelKind::Fsrs7);
    for (std::size_t i = 0; i < limits.size(); ++i) ends.numbers()[i] = lowest ? limits[i].low : limits[i].high;
    models.emplace_back(*clipped(ends).fsrs7());
  }
  return models;
}

const std::vector<double> kTraces{1e-4, 0.02, 1, 30, 2000, 36500};
const std::vector<double> kTwoTraceDifficulties{1, 3, 5, 7.7, 10};
const std::vector<double> kTwoTraceWaits{0, 1e-5, 0.01, 0.5, 1, 30, 1000};  // in days

template <typename Check>
void for_every_pair_of_traces(const Check& check) {
  for (const Fsrs7& model : two_trace_learners())
    for (const double slow : kTraces)
      for (const double fast : kTraces)
        for (const double level : kTwoTraceDifficulties) {
          CAPTURE(slow);
          CAPTURE(fast);
          CAPTURE(level);
          check(model, MemoryState{Stability{slow}, Difficulty{level}, Stability{fast}});
        }
}

TEST_CASE("recall by two traces only falls, and is never nothing and never certain") {
  for_every_pair_of_traces([](const Fsrs7& model, const MemoryState& state) {
    const double at_once = model.recall_after(FractionalDays{0}, state);
    CHECK(at_once == doctest::Approx(1 - 1e-5).epsilon(1e-12));
    double last = at_once;
    for (double days = 1e-7; days < 1e6; days *= 3) {
      const double recall = model.recall_after(FractionalDays{days}, state);
      CAPTURE(days);
      CHECK(recall <= last + 1e-15);
      CHECK(recall >= 1e-5);
      last = recall;
    }
    CHECK(last < at_once);
  });
}

TEST_CASE("the less recall is asked for the longer the interval, to the limits of the model") {
  for_every_pair_of_traces([](const Fsrs7& model, const MemoryState& state) {
    double last = 0;
    for (const double retention : {0.99999, 0.999, 0.99, 0.95, 0.9, 0.8, 0.7, 0.3, 0.01, 1e-5}) {
      const double interval = model.interval_days(state, retention);
      CAPTURE(retention);
      CHECK(interval >= last);
      CHECK(interval <= 36500);
      if (interval > 0 && interval < 36500) {
        CHECK(model.recall_after(FractionalDays{interval}, state) == doctest::Approx(retention).epsilon(1e-10));
        CHECK(interval > last);
      }
      last = interval;
    }
  });
}

TEST_CASE("a lapse never strengthens a trace, and leaves the fast one below the slow one") {
  for_every_pair_of_traces([](const Fsrs7& model, const MemoryState& before) {
    for (const double wait : kTwoTraceWaits) {
      const MemoryState after = model.after_review(before, FractionalDays{wait}, Grade::Again);
      CHECK(after.stability <= before.stability);
      CHECK(after.fast <= before.fast);
      CHECK(after.fast.days <= std::max(1e-4, 0.8 * after.stability.days));
    }
  });
}

TEST_CASE("a remembered card keeps at least what each of its traces was") {
  for_every_pair_of_traces([](const Fsrs7& model, const MemoryState& before) {
    for (const double wait : kTwoTraceWaits)
      for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy}) {
        const MemoryState after = model.after_review(before, FractionalDays{wait}, grade);
        CHECK(after.stability >= before.stability);
        CHECK(after.fast >= before.fast);
      }
  });
}

// Difficulty of a lapse is left out: FSRS-7 forgives one that was to be expected.
TEST_CASE("a better grade never weakens a trace, nor makes a remembered card more difficult") {
  for_every_pair_of_traces([](const Fsrs7& model, const MemoryState& before) {
    for (const double wait : kTwoTraceWaits) {
      const auto outcomes = model.outcomes(before, FractionalDays{wait}, 0.9);
      for (std::size_t i = 1; i < outcomes.size(); ++i) {
        CHECK(outcomes[i - 1].state.stability <= outcomes[i].state.stability);
        CHECK(outcomes[i - 1].state.fast <= outcomes[i].state.fast);
        if (i > 1) CHECK(outcomes[i - 1].state.difficulty >= outcomes[i].state.difficulty);
      }
    }
  });
}

TEST_CASE("a lapse that came as a surprise makes a card more difficult than one that was due") {
  const Fsrs7 model(default_fsrs7_weights());
  const MemoryState before{Stability{10}, Difficulty{5}, Stability{8}};
  Difficulty last{10};
  for (const double wait : {0.01, 1.0, 10.0, 100.0, 1000.0}) {
    const Difficulty now = model.after_review(before, FractionalDays{wait}, Grade::Again).difficulty;
    CHECK(now < last);
    CHECK(now > before.difficulty);
    last = now;
  }
}

TEST_CASE("the four buttons show to the bit what an answer then does to both traces") {
  for_every_pair_of_traces([](const Fsrs7& model, const MemoryState& before) {
    for (const double wait : {0.0, 0.01, 30.0}) {
      const auto outcomes = model.outcomes(before, FractionalDays{wait}, 0.87);
      for (const Grade grade : kGrades) {
        const MemoryOutcome& shown = outcomes.at(index_of(grade));
        CHECK(shown.state == model.after_review(before, FractionalDays{wait}, grade));
        CHECK(shown.interval_days == model.interval_days(shown.state, 0.87));
      }
    }
  });
}

TEST_CASE("a first review starts the fast trace at four fifths of the slow one") {
  for (const Fsrs7& model : two_trace_learners()) {
    const auto outcomes = model.outcomes(std::nullopt, FractionalDays{99}, 0.9);
    for (const Grade grade : kGrades) {
      const MemoryState first = model.first_review(grade);
      CHECK(first.fast.days == std::max(1e-4, 0.8 * first.stability.days));
      CHECK(outcomes.at(index_of(grade)).state == first);
    }
  }
}

TEST_CASE("by the clock too a review before the last one counts as one at once") {
  const Fsrs7 model(default_fsrs7_weights());
  const MemoryState before{Stability{5}, Difficulty{6}, Stability{2}};
  CHECK(model.recall_after(FractionalDays{-3}, before) == model.recall_after(FractionalDays{0}, before));
  for (const Grade grade : kGrades)
    CHECK(model.after_review(before, FractionalDays{-1e300}, grade) ==
          model.after_review(before, FractionalDays{0}, grade));
}

TEST_CASE("no history by the clock, however wild, leaves the bounds of the traces") {
  Draws draws{11};
  for (const Fsrs7& model : two_trace_learners())
    for (int card = 0; card < 100; ++card) {
      MemoryState memory = model.first_review(draws.grade());
      for (int review = 0; review < 60; ++review) {
        const double wait = std::exp(draws.between(-14, 14));
        memory = model.after_review(memory, FractionalDays{wait}, draws.grade());
        CHECK(memory.stability.days >= 1e-4);
        CHECK(memory.stability.days <= 36500);
        CHECK(memory.fast.days >= 1e-4);
        CHECK(memory.fast.days <= 36500);
        CHECK(memory.difficulty.level >= 1);
        CHECK(memory.difficulty.level <= 10);
      }
    }
}

TEST_CASE("what SM-2 scheduled is recalled after its interval as often as was assumed, whatever its ease") {
  const Fsrs7 model(default_fsrs7_weights());
  for (const double interval : {0.01, 1.0, 8.0, 100.0, 1000.0})
    for (const double retention : {0.75, 0.9, 0.95}) {
      const MemoryState state = model.from_sm2(2.5, interval, retention);
      CAPTURE(interval);
      CAPTURE(retention);
      CHECK(model.recall_after(FractionalDays{interval}, state) == doctest::Approx(retention).epsilon(1e-6));
      CHECK(model.from_sm2(1.3, interval, retention) == state);
    }
  CHECK(model.from_sm2(2.5, 1e9, 0.99).stability.days == doctest::Approx(36500));
}

}  // namespace
}  // namespace starling
