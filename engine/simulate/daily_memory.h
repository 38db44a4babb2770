// A memory model asked in whole days, as a simulation does it by the million.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "memory/memory.h"

namespace starling {

// Chance of recall of FSRS-6 by a table over time / stability, right to 2e-5: there is one for every card and day.
class RecallTable {
 public:
  explicit RecallTable(const Fsrs6& model);
  // `ratio` is elapsed days / stability, at least 0.
  [[nodiscard]] double at(double ratio) const {
    const auto bits = std::bit_cast<std::uint64_t>(1 + ratio);
    const std::size_t index = (bits >> kShift) - kFirst;
    if (index + 1 >= kCount) return values_[kCount - 1];
    constexpr std::uint64_t kRest = (std::uint64_t{1} << kShift) - 1;
    constexpr double kPerRest = 1.0 / static_cast<double>(std::uint64_t{1} << kShift);
    const double share = static_cast<double>(bits & kRest) * kPerRest;
    return values_[index] + share * (values_[index + 1] - values_[index]);
  }

 private:
  // Even in the upper bits of 1 + ratio: 64 steps to every doubling, 26 doublings.
  static constexpr int kStepBits = 6;
  static constexpr std::size_t kCount = (26 << kStepBits) + 1;
  static constexpr int kShift = 52 - kStepBits;
  static constexpr std::uint64_t kFirst = std::uint64_t{1023} << kStepBits;  // of 1.0

  std::array<double, kCount> values_;
};

class DailyMemory {
 public:
  // Of a learner who keeps each memory so many times as long as the weights say, and whose memories grow as they say.
  DailyMemory(const Weights& weights, double desired_retention, double stability_factor = 1);

  [[nodiscard]] MemoryState first_review(Grade grade, int steps) const;
  [[nodiscard]] MemoryState after_review(const MemoryState& before, int days, Grade grade) const {
    return six_ ? six_->after_review(before, WholeDays{days}, grade)
                : model_.after_review(before, elapsed_days(WholeDays{days}), grade);
  }
  // `steps` more looks on the same day, each graded good.
  [[nodiscard]] MemoryState after_steps(MemoryState state, int steps) const;
  [[nodiscard]] double recall(int days, const MemoryState& state) const {
    return six_ ? six_->recall_after(days, Stability{kept_days(state)})
                : model_.recall_after(elapsed_days(WholeDays{days}), scaled(state, stability_factor_));
  }
  // Stability as it is in fact.
  [[nodiscard]] double kept_days(const MemoryState& state) const { return stability_factor_ * state.stability.days; }
  // The same by the table where there is one.
  [[nodiscard]] double quick_recall(int days, const MemoryState& state) const {
    return table_ ? table_->at(days / kept_days(state)) : recall(days, state);
  }
  // Present where the model is FSRS-6.
  [[nodiscard]] const RecallTable* table() const { return table_ ? &*table_ : nullptr; }
  // Until recall is down to the desired retention.
  [[nodiscard]] double interval_days(const MemoryState& state) const {
    return six_ ? state.stability.days * days_per_stability_ : model_.interval_days(state, desired_retention_);
  }
  [[nodiscard]] const MemoryModel& model() const { return model_; }

 private:
  MemoryModel model_;
  double desired_retention_;
  double stability_factor_;
  std::optional<Fsrs6> six_;  // present where the model is FSRS-6: no dispatch, and intervals by one product
  std::optional<RecallTable> table_;
  double days_per_stability_ = 0;
};

}  // namespace starling
