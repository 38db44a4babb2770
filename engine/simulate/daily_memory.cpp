#include "simulate/daily_memory.h"

#include <bit>

#include "price/price.h"

namespace starling {

RecallTable::RecallTable(const Fsrs6& model) : values_{} {
  for (std::size_t i = 0; i < kCount; ++i)
    values_[i] = model.recall_after(std::bit_cast<double>((kFirst + i) << kShift) - 1, Stability{1});
}

DailyMemory::DailyMemory(const Weights& weights, double desired_retention, double stability_factor)
    : model_(weights), desired_retention_(desired_retention), stability_factor_(stability_factor) {
  const Fsrs6Weights* six = weights.fsrs6();
  if (!six) return;
  six_.emplace(*six);
  table_.emplace(*six_);
  days_per_stability_ = six_->interval_days(Stability{1}, desired_retention);
}

MemoryState DailyMemory::after_steps(MemoryState state, int steps) const {
  for (int i = 0; i < steps; ++i) state = model_.after_review(state, {WholeDays{0}, kUntilNextLook}, Grade::Good);
  return state;
}

MemoryState DailyMemory::first_review(Grade grade, int steps) const {
  return after_steps(model_.first_review(grade), steps);
}

}  // namespace starling
