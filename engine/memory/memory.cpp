#include "memory/memory.h"

namespace starling {

namespace {

std::variant<Fsrs6, Fsrs7> made(const Weights& weights) {
  if (const Fsrs6Weights* six = weights.fsrs6()) return Fsrs6(*six);
  return Fsrs7(*weights.fsrs7());
}

}  // namespace

Elapsed elapsed_days(WholeDays days) { return {days, FractionalDays{static_cast<double>(days.count)}}; }

Elapsed later(Elapsed span, WholeDays days) {
  return {WholeDays{span.whole.count + days.count}, FractionalDays{span.exact.days + days.count}};
}

MemoryModel::MemoryModel(const Weights& weights) : weights_(weights), model_(made(weights)) {}

MemoryState MemoryModel::first_review(Grade grade) const {
  return std::visit([&](const auto& model) { return model.first_review(grade); }, model_);
}

MemoryState MemoryModel::after_review(const MemoryState& before, Elapsed elapsed, Grade grade) const {
  if (const auto* six = std::get_if<Fsrs6>(&model_)) return six->after_review(before, elapsed.whole, grade);
  return std::get<Fsrs7>(model_).after_review(before, elapsed.exact, grade);
}

double MemoryModel::recall_after(Elapsed elapsed, const MemoryState& state) const {
  if (const auto* six = std::get_if<Fsrs6>(&model_)) return six->recall_after(elapsed.whole.count, state.stability);
  return std::get<Fsrs7>(model_).recall_after(elapsed.exact, state);
}

double MemoryModel::interval_days(const MemoryState& state, double desired_retention) const {
  if (const auto* six = std::get_if<Fsrs6>(&model_)) return six->interval_days(state.stability, desired_retention);
  return std::get<Fsrs7>(model_).interval_days(state, desired_retention);
}

std::array<MemoryOutcome, 4> MemoryModel::outcomes(const std::optional<MemoryState>& before, Elapsed elapsed,
                                                   double desired_retention) const {
  if (const auto* six = std::get_if<Fsrs6>(&model_)) return six->outcomes(before, elapsed.whole, desired_retention);
  return std::get<Fsrs7>(model_).outcomes(before, elapsed.exact, desired_retention);
}

MemoryState MemoryModel::from_sm2(double ease_factor, double interval_days, double retention) const {
  return std::visit([&](const auto& model) { return model.from_sm2(ease_factor, interval_days, retention); }, model_);
}

std::vector<MemoryState> replay(const MemoryModel& model, std::span<const PastReview> reviews) {
  std::vector<MemoryState> states;
  states.reserve(reviews.size());
  for (const PastReview& review : reviews)
    states.push_back(states.empty() ? model.first_review(review.grade)
                                    : model.after_review(states.back(), review.elapsed, review.grade));
  return states;
}

}  // namespace starling
