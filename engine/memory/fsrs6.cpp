#include "memory/fsrs6.h"

#include <algorithm>
#include <cstddef>

#include "memory/powers.h"

namespace starling {

namespace {

constexpr double kLowestStability = 0.001;
constexpr double kHighestStability = 36500;
constexpr double kHighestFirstStability = 100;
constexpr double kLowestDifficulty = 1;
constexpr double kHighestDifficulty = 10;
constexpr double kRecallAtStability = 0.9;

using enum Fsrs6Weights::Index;

constexpr Fsrs6Weights kDefaultWeights{{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                   0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                   1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542}};

// -2 for again, -1 for hard, 0 for good, 1 for easy.
double steps_above_good(Grade grade) { return static_cast<double>(grade) - static_cast<double>(Grade::Good); }

Stability limited(Stability stability) {
  return {std::clamp(stability.days, kLowestStability, kHighestStability)};
}
Difficulty limited(Difficulty difficulty) {
  return {std::clamp(difficulty.level, kLowestDifficulty, kHighestDifficulty)};
}
MemoryState limited(const MemoryState& state) { return {limited(state.stability), limited(state.difficulty)}; }

}  // namespace

const Fsrs6Weights& default_fsrs6_weights() { return kDefaultWeights; }

Fsrs6::Fsrs6(const Fsrs6Weights& weights)
    : weights_(weights),
      decay_(-weights.decay()),
      decay_inverse_(1 / decay_),
      factor_(exp(decay_inverse_ * ln(kRecallAtStability)) - 1),
      factor_inverse_(1 / factor_),
      difficulty_drift_(weights.w[kMeanReversion] * raw_first_difficulty(Grade::Easy)),
      difficulty_step_(weights.w[kDifficultyStep] / (kHighestDifficulty - kLowestDifficulty)),
      growth_scale_(exp(weights.w[kGrowth])),
      lapse_share_(exp(-weights.w[kSameDay] * weights.w[kSameDayShift])),
      same_day_scale_{},
      first_{} {
  for (const Grade grade : kGrades) {
    const std::size_t i = index_of(grade);
    same_day_scale_[i] = exp(weights.w[kSameDay] * (steps_above_good(grade) + weights.w[kSameDayShift]));
    first_[i] = {Stability{std::clamp(weights.w[kFirstStability + i], kLowestStability, kHighestFirstStability)},
                 limited(Difficulty{raw_first_difficulty(grade)})};
  }
}

double Fsrs6::raw_first_difficulty(Grade grade) const {
  const double steps = static_cast<double>(index_of(grade));
  return weights_.w[kFirstDifficulty] - exp(weights_.w[kFirstDifficultySlope] * steps) + 1;
}

MemoryState Fsrs6::first_review(Grade grade) const { return first_[index_of(grade)]; }

// Drifts towards that of a first "easy", and moves by the grade, less the nearer it is to the hardest.
Difficulty Fsrs6::difficulty_after(Difficulty before, Grade grade) const {
  const double step = difficulty_step_ * (kHighestDifficulty - before.level);
  const double moved = before.level - step * steps_above_good(grade);
  return limited(Difficulty{difficulty_drift_ + (1 - weights_.w[kMeanReversion]) * moved});
}

double Fsrs6::same_day_power(Stability before) const {
  return exp(-weights_.w[kSameDayStability] * ln(before.days));
}

Stability Fsrs6::after_same_day(Stability before, double power_of_stability, Grade grade) const {
  const double factor = same_day_scale_[index_of(grade)] * power_of_stability;
  return limited(Stability{before.days * (grade == Grade::Again ? factor : std::max(factor, 1.0))});
}

// The logarithm of 1 + factor t / S as a difference: the other part needs that of S as well.
Fsrs6::Recalled Fsrs6::recalled(Stability before, WholeDays elapsed) const {
  const Pair logs = ln(Pair{before.days + factor_ * elapsed.count, before.days});
  const Pair powers = exp(Pair{decay_ * (logs[0] - logs[1]), -weights_.w[kGrowthStability] * logs[1]});
  return {powers[0], powers[1]};
}

Fsrs6::LapseParts Fsrs6::lapse_parts(const MemoryState& before) const {
  const Pair logs = ln(Pair{before.difficulty.level, before.stability.days + 1});
  const double exponent = weights_.w[kLapseStability] * logs[1];
  return {logs[0], exp(Pair{exponent, exponent})[0]};
}

double Fsrs6::growth_exponent(double recall) const { return weights_.w[kGrowthRecall] * (1 - recall); }

double Fsrs6::growth(Difficulty before, const Recalled& recalled, double power_of_surprise) const {
  return growth_scale_ * (kHighestDifficulty + 1 - before.level) * recalled.power_of_stability *
         (power_of_surprise - 1);
}

Stability Fsrs6::after_success(Stability before, double growth, Grade grade) const {
  if (grade == Grade::Hard) growth *= weights_.w[kHardFactor];
  if (grade == Grade::Easy) growth *= weights_.w[kEasyFactor];
  return limited(Stability{before.days * (1 + growth)});
}

// The powers of difficulty and of surprise are one.
double Fsrs6::lapse_exponent(double recall, const LapseParts& parts) const {
  return weights_.w[kLapseRecall] * (1 - recall) - weights_.w[kLapseDifficulty] * parts.log_difficulty;
}

Stability Fsrs6::after_lapse(Stability before, const LapseParts& parts, double power_of_surprise) const {
  const double days = weights_.w[kLapse] * (parts.power_of_stability - 1) * power_of_surprise;
  return limited(Stability{std::min(days, before.days * lapse_share_)});
}

MemoryState Fsrs6::after_review(const MemoryState& before, WholeDays elapsed, Grade grade) const {
  const MemoryState from = limited(before);
  const Difficulty difficulty = difficulty_after(from.difficulty, grade);
  if (elapsed.count <= 0) return {after_same_day(from.stability, same_day_power(from.stability), grade), difficulty};
  const Recalled now = recalled(from.stability, elapsed);
  if (grade == Grade::Again) {
    const LapseParts parts = lapse_parts(from);
    return {after_lapse(from.stability, parts, exp(lapse_exponent(now.chance, parts))), difficulty};
  }
  const double grown = growth(from.difficulty, now, exp(growth_exponent(now.chance)));
  return {after_success(from.stability, grown, grade), difficulty};
}

double Fsrs6::recall_after(double elapsed_days, Stability stability) const {
  const double days = limited(stability).days;
  return exp(decay_ * ln(1 + factor_ * std::max(elapsed_days, 0.0) / days));
}

// The stability itself is the interval of 90 %.
double Fsrs6::interval_per_stability(double desired_retention) const {
  if (desired_retention == kRecallAtStability) return 1;
  return (exp(decay_inverse_ * ln(desired_retention)) - 1) * factor_inverse_;
}

double Fsrs6::interval_days(Stability stability, double desired_retention) const {
  return limited(stability).days * interval_per_stability(desired_retention);
}

// Solved backwards: the stability that gives `retention` after the interval, and the difficulty by which the next
// review, taken then and graded good, would lengthen it as the ease factor does.
MemoryState Fsrs6::from_sm2(double ease_factor, double interval_days, double retention) const {
  const auto& w = weights_.w;
  const double days = std::max(interval_days, kLowestStability) / interval_per_stability(retention);
  const Pair powers = exp(Pair{-w[kGrowthStability] * ln(days), w[kGrowthRecall] * (1 - retention)});
  const double growth_per_ease = growth_scale_ * powers[0] * (powers[1] - 1);
  const Difficulty difficulty{kHighestDifficulty + 1 - (ease_factor - 1) / growth_per_ease};
  return {Stability{days}, limited(difficulty)};
}

std::array<Stability, 4> Fsrs6::all_same_day(const MemoryState& from) const {
  const double power = same_day_power(from.stability);
  const auto after = [&](Grade grade) { return after_same_day(from.stability, power, grade); };
  return {after(Grade::Again), after(Grade::Hard), after(Grade::Good), after(Grade::Easy)};
}

std::array<Stability, 4> Fsrs6::all_later(const MemoryState& from, WholeDays elapsed) const {
  const Recalled now = recalled(from.stability, elapsed);
  const LapseParts parts = lapse_parts(from);
  const Pair surprise = exp(Pair{growth_exponent(now.chance), lapse_exponent(now.chance, parts)});
  const double grown = growth(from.difficulty, now, surprise[0]);
  const auto after = [&](Grade grade) { return after_success(from.stability, grown, grade); };
  return {after_lapse(from.stability, parts, surprise[1]), after(Grade::Hard), after(Grade::Good),
          after(Grade::Easy)};
}

std::array<MemoryOutcome, 4> Fsrs6::outcomes(const std::optional<MemoryState>& before, WholeDays elapsed,
                                             double desired_retention) const {
  const double per_stability = interval_per_stability(desired_retention);
  const auto outcome = [&](Stability stability, Difficulty difficulty) {
    return MemoryOutcome{{stability, difficulty}, stability.days * per_stability};
  };
  if (!before) {
    const auto first = [&](Grade grade) {
      const MemoryState& state = first_[index_of(grade)];
      return outcome(state.stability, state.difficulty);
    };
    return {first(Grade::Again), first(Grade::Hard), first(Grade::Good), first(Grade::Easy)};
  }
  const MemoryState from = limited(*before);
  const auto stabilities = elapsed.count <= 0 ? all_same_day(from) : all_later(from, elapsed);
  const auto after = [&](Grade grade) {
    return outcome(stabilities[index_of(grade)], difficulty_after(from.difficulty, grade));
  };
  return {after(Grade::Again), after(Grade::Hard), after(Grade::Good), after(Grade::Easy)};
}

}  // namespace starling
