#include "memory/fsrs7.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "memory/powers.h"

namespace starling {

namespace {

constexpr double kLowestStability = 1e-4;
constexpr double kHighestStability = 36500;
constexpr double kHighestFirstStability = 100;
constexpr double kLowestDifficulty = 1;
constexpr double kHighestDifficulty = 10;
constexpr double kMiddleDifficulty = 5;
constexpr double kFastShareOfFirst = 0.8;  // of the slow trace, after a first review and at most after a lapse
constexpr double kReversion = 0.01;
constexpr double kLowestDecay = 0.01;
constexpr double kHighestDecay = 0.95;
constexpr double kHighestExponent = 60;
constexpr double kRecallMargin = 1e-5;  // recall is never closer to 0 or 1

using enum Fsrs7Weights::Index;
using enum Fsrs7Weights::TraceIndex;

constexpr Fsrs7Weights kDefaultWeights{
    {0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0.0,    1.3826, 0.7024, 0.5999,
     0.8146, 0.6398, 1.0,    1.3207,  0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567,
     0.0801, 0.2421, 0.9464, 0.1433,  0.7145, 0.0,    0.5667, 0.3734, 0.5333, 0.3048}};

// -2 for again, -1 for hard, 0 for good, 1 for easy.
double steps_above_good(Grade grade) { return static_cast<double>(grade) - static_cast<double>(Grade::Good); }

double limited_days(double days) { return std::clamp(days, kLowestStability, kHighestStability); }
Difficulty limited(Difficulty difficulty) {
  return {std::clamp(difficulty.level, kLowestDifficulty, kHighestDifficulty)};
}
MemoryState limited(const MemoryState& state) {
  return {Stability{limited_days(state.stability.days)}, limited(state.difficulty),
          Stability{limited_days(state.fast.days)}};
}

double at_least_zero(FractionalDays elapsed) { return std::max(elapsed.days, 0.0); }

Pair pair(const std::array<double, 2>& both) { return Pair{both[0], both[1]}; }

}  // namespace

const Fsrs7Weights& default_fsrs7_weights() { return kDefaultWeights; }

Fsrs7::Traces Fsrs7::traces(const Fsrs7Weights& weights) {
  const auto both = [&](std::size_t i) { return Both{weights.w[kSlowTrace + i], weights.w[kFastTrace + i]}; };
  Traces traces{both(kGrowth),         both(kGrowthStability), both(kGrowthRecall), both(kLapse),
                both(kLapseStability), both(kLapseRecall),     both(kHardFactor),   both(kEasyFactor)};
  for (double& growth : traces.growth) growth = exp(growth - 1.5);
  return traces;
}

Fsrs7::Fsrs7(const Fsrs7Weights& weights)
    : weights_(weights),
      traces_(traces(weights)),
      difficulty_target_(raw_first_difficulty(Grade::Easy)),
      fast_log_(ln(weights.w[kFastBase])),
      slow_decay_(-std::clamp(weights.w[kSlowDecay], kLowestDecay, kHighestDecay)),
      slow_rate_(exp(ln(weights.w[kSlowBase]) / slow_decay_) - 1) {}

double Fsrs7::raw_first_difficulty(Grade grade) const {
  return weights_.w[kFirstDifficulty] - exp(weights_.w[kFirstDifficultySlope] * static_cast<double>(index_of(grade))) + 1;
}

MemoryState Fsrs7::first_review(Grade grade) const {
  const double days = std::clamp(weights_.w[kFirstStability + index_of(grade)], kLowestStability, kHighestFirstStability);
  return {Stability{days}, limited(Difficulty{raw_first_difficulty(grade)}),
          Stability{limited_days(kFastShareOfFirst * days)}};
}

Fsrs7::Curves Fsrs7::curves(const MemoryState& state) const {
  const auto& w = weights_.w;
  const double harder = state.difficulty.level - kMiddleDifficulty;
  const Pair logs = ln(Pair{state.stability.days, state.fast.days});
  const Pair shapes = exp(Pair{harder * (w[kSlowRateDifficulty] - 0.3), logs[1] * (w[kFastDecayStability] - 0.3)});
  const Pair weights = exp(Pair{w[kSlowWeightStability] * logs[0] + harder * (w[kSlowWeightDifficulty] - 0.5), -w[kFastWeightStability] * logs[1]});
  const double fast_decay = -std::clamp(w[kFastDecay] * shapes[1], kLowestDecay, kHighestDecay);
  const double fast_rate = exp(std::min(fast_log_ / fast_decay, kHighestExponent)) - 1;
  const double slow_weight = w[kSlowWeight] * weights[0];
  const double fast_weight = w[kFastWeight] * weights[1];
  const double share = fast_weight / (fast_weight + slow_weight);
  return {{slow_decay_, fast_decay},
          {slow_rate_ * shapes[0] / state.stability.days, fast_rate / state.fast.days},
          {1 - share, share},
          {logs[0], logs[1]}};
}

Fsrs7::Recall Fsrs7::recall(const Curves& curves, double elapsed_days) {
  const Pair decay = pair(curves.decay);
  const Pair passed = pair(curves.rate) * elapsed_days;
  const Pair held = exp(decay * ln(1.0 + passed));
  const Pair parts = pair(curves.share) * held;
  const Pair slopes = parts * decay * passed / (1.0 + passed);
  return {(parts[0] + parts[1]) * (1 - 2 * kRecallMargin) + kRecallMargin, held[1],
          (slopes[0] + slopes[1]) * (1 - 2 * kRecallMargin)};
}

double Fsrs7::recall_after(FractionalDays elapsed, const MemoryState& state) const {
  return recall(curves(limited(state)), at_least_zero(elapsed)).mixed;
}

Difficulty Fsrs7::difficulty_after(Difficulty before, double recall, Grade grade) const {
  const double surprise = grade == Grade::Again ? recall + 0.1 : 1;
  const double change = -weights_.w[kDifficultyStep] * steps_above_good(grade) * surprise;
  const double damped = change * (kHighestDifficulty - before.level) / (kHighestDifficulty - kLowestDifficulty);
  return limited(Difficulty{kReversion * difficulty_target_ + (1 - kReversion) * (before.level + damped)});
}

Fsrs7::Moves Fsrs7::moves(const MemoryState& before, const Curves& curves, const Recall& recall) const {
  const Pair days{before.stability.days, before.fast.days};
  const Pair surprise = 1.0 - Pair{recall.mixed, recall.fast};
  const Pair held = exp(pair(traces_.lapse_stability) * ln(days + 1.0)) - 1.0;
  const Pair lapsed = pair(traces_.lapse) * held * exp(surprise * pair(traces_.lapse_recall));
  const Pair growth = pair(traces_.growth) * (kHighestDifficulty + 1 - before.difficulty.level) *
                      exp(-pair(traces_.growth_stability) * pair(curves.logs)) *
                      (exp(surprise * pair(traces_.growth_recall)) - 1.0);
  return {{std::min(days[0], lapsed[0]), std::min(days[1], lapsed[1])}, {growth[0], growth[1]}};
}

// Both traces, slow and fast, by one rule; only a lapse ties the fast one to the other.
MemoryState Fsrs7::after(const MemoryState& before, const Recall& recall, const Moves& moves, Grade grade) const {
  const Difficulty difficulty = difficulty_after(before.difficulty, recall.mixed, grade);
  if (grade == Grade::Again) {
    const double slow = limited_days(moves.lapsed[0]);
    const double fast = std::min(moves.lapsed[1], kFastShareOfFirst * slow);
    return {Stability{slow}, difficulty, Stability{limited_days(fast)}};
  }
  const auto grown = [&](double days, std::size_t i) {
    const double part = grade == Grade::Hard ? traces_.hard[i] : grade == Grade::Easy ? traces_.easy[i] : 1;
    return Stability{limited_days(std::max(moves.lapsed[i], days * (1 + moves.growth[i] * part)))};
  };
  return {grown(before.stability.days, 0), difficulty, grown(before.fast.days, 1)};
}

MemoryState Fsrs7::after_review(const MemoryState& before, FractionalDays elapsed, Grade grade) const {
  const MemoryState from = limited(before);
  const Curves shape = curves(from);
  const Recall now = recall(shape, at_least_zero(elapsed));
  return after(from, now, moves(from, shape, now), grade);
}

// Newton's steps in the logarithm of time, kept inside a bracket that halves where a step leaves it.
double Fsrs7::interval_days(const MemoryState& state, double desired_retention) const {
  constexpr double kShortest = 1e-9;
  const MemoryState from = limited(state);
  const Curves shape = curves(from);
  if (recall(shape, kShortest).mixed <= desired_retention) return 0;
  if (recall(shape, kHighestStability).mixed >= desired_retention) return kHighestStability;
  double low = ln(kShortest);
  double high = ln(kHighestStability);
  double at = std::clamp(std::max(shape.logs[0], shape.logs[1]), low, high);
  double days = exp(at);
  for (int i = 0; i < 100 && high - low > 1e-14; ++i) {
    const Recall now = recall(shape, days);
    const double difference = now.mixed - desired_retention;
    if (std::abs(difference) <= 1e-13) break;
    (difference > 0 ? low : high) = at;
    const double next = at - difference / now.slope;
    at = next > low && next < high ? next : (low + high) / 2;
    days = exp(at);
  }
  return days;
}

MemoryState Fsrs7::from_sm2(double /*ease_factor*/, double interval_days, double retention) const {
  const auto state = [](double log_days) {
    const double slow = exp(log_days);
    const Stability fast{limited_days(kFastShareOfFirst * slow)};
    return MemoryState{Stability{slow}, Difficulty{kMiddleDifficulty}, fast};
  };
  double low = ln(kLowestStability);
  double high = ln(kHighestStability);
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (recall_after(FractionalDays{interval_days}, state(middle)) < retention ? low : high) = middle;
  }
  return state((low + high) / 2);
}

std::array<MemoryOutcome, 4> Fsrs7::outcomes(const std::optional<MemoryState>& before, FractionalDays elapsed,
                                             double desired_retention) const {
  std::array<MemoryOutcome, 4> result{};
  const auto add = [&](Grade grade, const MemoryState& state) {
    result[index_of(grade)] = {state, interval_days(state, desired_retention)};
  };
  if (!before) {
    for (const Grade grade : kGrades) add(grade, first_review(grade));
    return result;
  }
  const MemoryState from = limited(*before);
  const Curves shape = curves(from);
  const Recall now = recall(shape, at_least_zero(elapsed));
  const Moves all = moves(from, shape, now);
  for (const Grade grade : kGrades) add(grade, after(from, now, all, grade));
  return result;
}

}  // namespace starling
