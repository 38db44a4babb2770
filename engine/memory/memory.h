// The memory model: how likely a card is to be recalled, and how that changes with a review.
// Pure arithmetic in double precision; no clock, no store, no card text.
// Formulas: FSRS-6, https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm (restated, own code).
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace starling {

enum class Grade { Again = 1, Hard, Good, Easy };  // values are stored: never renumber

inline constexpr std::array<Grade, 4> kGrades{Grade::Again, Grade::Hard, Grade::Good, Grade::Easy};

// "again", "hard", "good", "easy".
[[nodiscard]] std::string_view to_string(Grade grade);
// The word in any case, or its number, "1" to "4"; nothing else around it.
[[nodiscard]] std::optional<Grade> parse_grade(std::string_view text);

// Days until recall falls to 90 %. Always above zero.
struct Stability {
  double days = 0;
  auto operator<=>(const Stability&) const = default;
};

// How hard the card is, from 1 (easy) to 10 (hard).
struct Difficulty {
  double level = 0;
  auto operator<=>(const Difficulty&) const = default;
};

struct MemoryState {
  Stability stability;
  Difficulty difficulty;
  bool operator==(const MemoryState&) const = default;
};

// Whole study days since the last review, 0 on the same day. Fractional time is another type.
struct WholeDays {
  int count = 0;
  auto operator<=>(const WholeDays&) const = default;
};

// The 21 numbers of FSRS-6.
struct Weights {
  std::array<double, 21> w;
  bool operator==(const Weights&) const = default;
};
[[nodiscard]] const Weights& default_weights();

// What a review with each grade leads to.
struct MemoryOutcome {
  MemoryState state;
  double interval_days;  // until recall falls to the desired retention; before rounding, limits and fuzz
};

class Fsrs6 {
 public:
  explicit Fsrs6(const Weights& weights);

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

 private:
  [[nodiscard]] double raw_first_difficulty(Grade grade) const;
  [[nodiscard]] Difficulty difficulty_after(Difficulty before, Grade grade) const;
  [[nodiscard]] double same_day_part(Stability before) const;
  [[nodiscard]] Stability after_same_day(Stability before, double shared_part, Grade grade) const;
  [[nodiscard]] double growth(const MemoryState& before, double recall) const;
  [[nodiscard]] Stability after_success(Stability before, double growth, Grade grade) const;
  [[nodiscard]] Stability after_lapse(const MemoryState& before, double recall) const;
  [[nodiscard]] double interval_per_stability(double desired_retention) const;

  Weights weights_;
  double decay_;
  double factor_;
  // Worked out once: each depends on the weights alone.
  double difficulty_target_;              // what difficulty drifts towards
  double growth_scale_;
  double lapse_divisor_;                  // a lapse leaves at most stability / this
  std::array<double, 4> same_day_scale_;  // in the order of kGrades
};

}  // namespace starling
