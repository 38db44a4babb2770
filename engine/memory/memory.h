// The memory model: how likely a card is to be recalled, and how that changes with a review.
// Pure arithmetic in double precision; no clock, no store, no card text. Two models behind one interface.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/powers.h"
#include "memory/state.h"
#include "memory/weights.h"

namespace starling {

// One span of time as either model counts it.
struct Elapsed {
  WholeDays whole;
  FractionalDays exact;
};
// A span that is known in whole days only.
[[nodiscard]] Elapsed elapsed_days(WholeDays days);
// `span` and so many days more.
[[nodiscard]] Elapsed later(Elapsed span, WholeDays days);

class MemoryModel {
 public:
  explicit MemoryModel(const Weights& weights);

  [[nodiscard]] ModelKind kind() const { return weights_.kind(); }
  [[nodiscard]] const Weights& weights() const { return weights_; }

  [[nodiscard]] MemoryState first_review(Grade grade) const;
  [[nodiscard]] MemoryState after_review(const MemoryState& before, Elapsed elapsed, Grade grade) const;

  // Chance of recall, 0 to 1.
  [[nodiscard]] double recall_after(Elapsed elapsed, const MemoryState& state) const;

  // Days until recall falls to `desired_retention` (0 to 1, both excluded); before rounding, limits and fuzz.
  [[nodiscard]] double interval_days(const MemoryState& state, double desired_retention) const;

  // What is shown as stability: days until recall falls to 90 %.
  [[nodiscard]] double days_to_90(const MemoryState& state) const { return interval_days(state, 0.90); }

  // All four grades at once, in the order of kGrades. No state: a first review, and `elapsed` is not looked at.
  [[nodiscard]] std::array<MemoryOutcome, 4> outcomes(const std::optional<MemoryState>& before, Elapsed elapsed,
                                                      double desired_retention) const;

  // The state of an item that another program scheduled by SM-2: `ease_factor` from 1.3 up, `interval_days` above 0,
  // and the share of reviews assumed to be recalled after such intervals (0 to 1, both excluded).
  [[nodiscard]] MemoryState from_sm2(double ease_factor, double interval_days, double retention) const;

 private:
  Weights weights_;
  std::variant<Fsrs6, Fsrs7> model_;
};

// One review of a replay.
struct PastReview {
  Grade grade = Grade::Good;
  Elapsed elapsed;  // since the review before; of the first one not looked at
};
// The state after each of the reviews of one item, from the first on.
[[nodiscard]] std::vector<MemoryState> replay(const MemoryModel& model, std::span<const PastReview> reviews);

}  // namespace starling
