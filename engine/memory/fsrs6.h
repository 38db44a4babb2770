// FSRS-6: one trace of memory, whole study days.
// Formulas: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm (restated, own code).
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "memory/state.h"

namespace starling {

// The numbers of FSRS-6.
struct Fsrs6Weights {
  enum Index : std::size_t {
    kFirstStability = 0,  // four of them, in the order of kGrades
    kFirstDifficulty = 4,
    kFirstDifficultySlope,
    kDifficultyStep,
    kMeanReversion,
    kGrowth,
    kGrowthStability,
    kGrowthRecall,
    kLapse,
    kLapseDifficulty,
    kLapseStability,
    kLapseRecall,
    kHardFactor,
    kEasyFactor,
    kSameDay,
    kSameDayShift,
    kSameDayStability,
    kDecay,
    kCount
  };
  std::array<double, kCount> w;

  // Of the forgetting curve, recall = (1 + factor t / S)^-decay.
  [[nodiscard]] double decay() const { return w[kDecay]; }
  bool operator==(const Fsrs6Weights&) const = default;
};
[[nodiscard]] const Fsrs6Weights& default_fsrs6_weights();

class Fsrs6 {
 public:
  explicit Fsrs6(const Fsrs6Weights& weights);

  [[nodiscard]] MemoryState first_review(Grade grade) const;

  // `elapsed` below zero counts as zero. A `before` outside what the model knows (0.001 to 36,500 days, 1 to
  // 10) counts as the nearest inside.
  [[nodiscard]] MemoryState after_review(const MemoryState& before, WholeDays elapsed, Grade grade) const;

  // Chance of recall, 0 to 1, `elapsed_days` after the last review; below zero counts as zero.
  [[nodiscard]] double recall_after(double elapsed_days, Stability stability) const;

  // Days until recall falls to `desired_retention` (0 to 1, both excluded).
  [[nodiscard]] double interval_days(Stability stability, double desired_retention) const;

  // All four grades at once, in the order of kGrades: the very states of `first_review` and `after_review`.
  // No state: a first review, and `elapsed` is not looked at.
  [[nodiscard]] std::array<MemoryOutcome, 4> outcomes(const std::optional<MemoryState>& before, WholeDays elapsed,
                                                      double desired_retention) const;

  // See MemoryModel::from_sm2.
  [[nodiscard]] MemoryState from_sm2(double ease_factor, double interval_days, double retention) const;

 private:
  struct Recalled {
    double chance;
    double power_of_stability;  // that growth has
  };
  struct LapseParts {
    double log_difficulty;
    double power_of_stability;
  };

  [[nodiscard]] double raw_first_difficulty(Grade grade) const;
  [[nodiscard]] Difficulty difficulty_after(Difficulty before, Grade grade) const;
  [[nodiscard]] double same_day_power(Stability before) const;
  [[nodiscard]] Stability after_same_day(Stability before, double power_of_stability, Grade grade) const;
  // Of a later day. The exponentials of the two exponents come from the caller, who may work them out together.
  [[nodiscard]] Recalled recalled(Stability before, WholeDays elapsed) const;
  [[nodiscard]] LapseParts lapse_parts(const MemoryState& before) const;
  [[nodiscard]] double growth_exponent(double recall) const;
  [[nodiscard]] double growth(Difficulty before, const Recalled& recalled, double power_of_surprise) const;
  [[nodiscard]] Stability after_success(Stability before, double growth, Grade grade) const;
  [[nodiscard]] double lapse_exponent(double recall, const LapseParts& parts) const;
  [[nodiscard]] Stability after_lapse(Stability before, const LapseParts& parts, double power_of_surprise) const;
  [[nodiscard]] double interval_per_stability(double desired_retention) const;
  // Of all four grades, in the order of kGrades.
  [[nodiscard]] std::array<Stability, 4> all_same_day(const MemoryState& from) const;
  [[nodiscard]] std::array<Stability, 4> all_later(const MemoryState& from, WholeDays elapsed) const;

  Fsrs6Weights weights_;
  double decay_;
  // Worked out once: each depends on the weights alone.
  double decay_inverse_;
  double factor_;
  double factor_inverse_;
  double difficulty_drift_;               // what mean reversion adds
  double difficulty_step_;                // of a grade, for each level below the hardest
  double growth_scale_;
  double lapse_share_;                    // a lapse leaves at most this much of the stability
  std::array<double, 4> same_day_scale_;  // in the order of kGrades
  std::array<MemoryState, 4> first_;      // likewise
};

}  // namespace starling
