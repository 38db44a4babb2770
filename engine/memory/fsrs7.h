// FSRS-7: two traces of memory, a slow and a fast one, and time by the clock.
// Formulas: the 34-weight model of fsrs-rs (pull request 395) and ts-fsrs (520), restated; own code.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "memory/state.h"

namespace starling {

// The numbers of FSRS-7.
struct Fsrs7Weights {
  enum Index : std::size_t {
    kFirstStability = 0,  // four of them, in the order of kGrades
    kFirstDifficulty = 4,
    kFirstDifficultySlope,
    kDifficultyStep,
    kSlowTrace,                // eight each, see TraceIndex
    kFastTrace = kSlowTrace + 8,
    kFastDecay = kFastTrace + 8,
    kSlowDecay,
    kFastBase,                 // recall when as much time has passed as the trace holds
    kSlowBase,
    kFastWeight,               // in the mixture of the two curves
    kSlowWeight,
    kFastWeightStability,
    kSlowWeightStability,
    kSlowWeightDifficulty,
    kSlowRateDifficulty,
    kFastDecayStability,
    kCount
  };
  // Behind the first number of a trace.
  enum TraceIndex : std::size_t {
    kGrowth,
    kGrowthStability,
    kGrowthRecall,
    kLapse,
    kLapseStability,
    kLapseRecall,
    kHardFactor,
    kEasyFactor
  };
  std::array<double, kCount> w;

  bool operator==(const Fsrs7Weights&) const = default;
};
[[nodiscard]] const Fsrs7Weights& default_fsrs7_weights();

class Fsrs7 {
 public:
  explicit Fsrs7(const Fsrs7Weights& weights);

  [[nodiscard]] MemoryState first_review(Grade grade) const;

  // `elapsed` below zero counts as zero. A `before` outside what the model knows (1e-4 to 36,500 days, 1 to 10)
  // counts as the nearest inside.
  [[nodiscard]] MemoryState after_review(const MemoryState& before, FractionalDays elapsed, Grade grade) const;

  // Chance of recall, 1e-5 to 1 - 1e-5; an `elapsed` below zero counts as zero.
  [[nodiscard]] double recall_after(FractionalDays elapsed, const MemoryState& state) const;

  // Days until recall falls to `desired_retention` (0 to 1, both excluded), right to 1e-12 in recall; 0 where it is
  // never above, 36,500 where it does not fall so far.
  [[nodiscard]] double interval_days(const MemoryState& state, double desired_retention) const;

  // All four grades at once, in the order of kGrades: the very states of `first_review` and `after_review`.
  // No state: a first review, and `elapsed` is not looked at.
  [[nodiscard]] std::array<MemoryOutcome, 4> outcomes(const std::optional<MemoryState>& before, FractionalDays elapsed,
                                                      double desired_retention) const;

  // See MemoryModel::from_sm2. The ease factor has no counterpart here: difficulty is that of the middle.
  [[nodiscard]] MemoryState from_sm2(double ease_factor, double interval_days, double retention) const;

 private:
  using Both = std::array<double, 2>;  // of the slow trace and of the fast one

  // The two blocks of eight weights that move the traces.
  struct Traces {
    Both growth;  // e^(first weight - 1.5)
    Both growth_stability;
    Both growth_recall;
    Both lapse;
    Both lapse_stability;
    Both lapse_recall;
    Both hard;
    Both easy;
  };
  // The forgetting curves of one state, ready to be asked at many times.
  struct Curves {
    Both decay;  // recall of a trace is (1 + rate t)^decay
    Both rate;
    Both share;  // of the mixture
    Both logs;   // of the stabilities
  };
  struct Recall {
    double mixed;
    double fast;
    double slope;  // of `mixed`, by the logarithm of time
  };
  // What a review does to the traces: where a lapse leaves them, and what a success adds per day of stability.
  struct Moves {
    Both lapsed;
    Both growth;
  };

  [[nodiscard]] static Traces traces(const Fsrs7Weights& weights);
  [[nodiscard]] Curves curves(const MemoryState& state) const;
  [[nodiscard]] static Recall recall(const Curves& curves, double elapsed_days);
  [[nodiscard]] double raw_first_difficulty(Grade grade) const;
  [[nodiscard]] Difficulty difficulty_after(Difficulty before, double recall, Grade grade) const;
  [[nodiscard]] Moves moves(const MemoryState& before, const Curves& curves, const Recall& recall) const;
  [[nodiscard]] MemoryState after(const MemoryState& before, const Recall& recall, const Moves& moves,
                                  Grade grade) const;

  Fsrs7Weights weights_;
  Traces traces_;
  // Worked out once: each depends on the weights alone.
  double difficulty_target_;
  double fast_log_;
  double slow_decay_;
  double slow_rate_;  // times the stability, at middle difficulty
};

}  // namespace starling
