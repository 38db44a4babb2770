#include "memory/memory.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace starling {

namespace {

constexpr double kLowestStability = 0.001;
constexpr double kHighestStability = 36500;
constexpr double kHighestFirstStability = 100;
constexpr double kLowestDifficulty = 1;
constexpr double kHighestDifficulty = 10;
constexpr double kRecallAtStability = 0.9;

// What each weight stands for; 0 to 3 are the stabilities after a first review, by grade.
enum : std::size_t {
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
  kDecay
};

constexpr Weights kDefaultWeights{{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                   0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                   1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542}};

constexpr std::array<std::string_view, 4> kGradeWords{"again", "hard", "good", "easy"};

std::size_t index_of(Grade grade) { return static_cast<std::size_t>(grade) - 1; }

// -2 for again, -1 for hard, 0 for good, 1 for easy.
double steps_above_good(Grade grade) { return static_cast<double>(grade) - static_cast<double>(Grade::Good); }

Stability limited(Stability stability) {
  return {std::clamp(stability.days, kLowestStability, kHighestStability)};
}
Difficulty limited(Difficulty difficulty) {
  return {std::clamp(difficulty.level, kLowestDifficulty, kHighestDifficulty)};
}
MemoryState limited(const MemoryState& state) { return {limited(state.stability), limited(state.difficulty)}; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, [](char a, char b) { return lower(a) == b; });
}

}  // namespace

std::string_view to_string(Grade grade) { return kGradeWords[index_of(grade)]; }

std::optional<Grade> parse_grade(std::string_view text) {
  for (const Grade grade : kGrades) {
    const char digit = static_cast<char>('0' + static_cast<int>(grade));
    if (same_word(text, to_string(grade)) || text == std::string_view(&digit, 1)) return grade;
  }
  return std::nullopt;
}

const Weights& default_weights() { return kDefaultWeights; }

Fsrs6::Fsrs6(const Weights& weights)
    : weights_(weights),
      decay_(-weights.w[kDecay]),
      factor_(std::pow(kRecallAtStability, 1 / decay_) - 1),
      difficulty_target_(raw_first_difficulty(Grade::Easy)),
      growth_scale_(std::exp(weights.w[kGrowth])),
      lapse_divisor_(std::exp(weights.w[kSameDay] * weights.w[kSameDayShift])),
      same_day_scale_{} {
  for (const Grade grade : kGrades)
    same_day_scale_[index_of(grade)] =
        std::exp(weights.w[kSameDay] * (steps_above_good(grade) + weights.w[kSameDayShift]));
}

double Fsrs6::raw_first_difficulty(Grade grade) const {
  const double steps = static_cast<double>(index_of(grade));
  return weights_.w[kFirstDifficulty] - std::exp(weights_.w[kFirstDifficultySlope] * steps) + 1;
}

MemoryState Fsrs6::first_review(Grade grade) const {
  const double days = std::clamp(weights_.w[index_of(grade)], kLowestStability, kHighestFirstStability);
  return {Stability{days}, limited(Difficulty{raw_first_difficulty(grade)})};
}

Difficulty Fsrs6::difficulty_after(Difficulty before, Grade grade) const {
  const double change = -weights_.w[kDifficultyStep] * steps_above_good(grade);
  const double damped = change * (kHighestDifficulty - before.level) / (kHighestDifficulty - kLowestDifficulty);
  const double pull = weights_.w[kMeanReversion];
  return limited(Difficulty{pull * difficulty_target_ + (1 - pull) * (before.level + damped)});
}

double Fsrs6::same_day_part(Stability before) const {
  return std::pow(before.days, -weights_.w[kSameDayStability]);
}

Stability Fsrs6::after_same_day(Stability before, double shared_part, Grade grade) const {
  const double factor = same_day_scale_[index_of(grade)] * shared_part;
  return limited(Stability{before.days * (grade == Grade::Again ? factor : std::max(factor, 1.0))});
}

double Fsrs6::growth(const MemoryState& before, double recall) const {
  return growth_scale_ * (kHighestDifficulty + 1 - before.difficulty.level) *
         std::pow(before.stability.days, -weights_.w[kGrowthStability]) *
         (std::exp(weights_.w[kGrowthRecall] * (1 - recall)) - 1);
}

Stability Fsrs6::after_success(Stability before, double growth, Grade grade) const {
  if (grade == Grade::Hard) growth *= weights_.w[kHardFactor];
  if (grade == Grade::Easy) growth *= weights_.w[kEasyFactor];
  return limited(Stability{before.days * (1 + growth)});
}

Stability Fsrs6::after_lapse(const MemoryState& before, double recall) const {
  const double days = weights_.w[kLapse] * std::pow(before.difficulty.level, -weights_.w[kLapseDifficulty]) *
                      (std::pow(before.stability.days + 1, weights_.w[kLapseStability]) - 1) *
                      std::exp(weights_.w[kLapseRecall] * (1 - recall));
  return limited(Stability{std::min(days, before.stability.days / lapse_divisor_)});
}

MemoryState Fsrs6::after_review(const MemoryState& before, WholeDays elapsed, Grade grade) const {
  const MemoryState from = limited(before);
  const Difficulty difficulty = difficulty_after(from.difficulty, grade);
  if (elapsed.count <= 0)
    return {after_same_day(from.stability, same_day_part(from.stability), grade), difficulty};
  const double recall = recall_after(elapsed.count, from.stability);
  if (grade == Grade::Again) return {after_lapse(from, recall), difficulty};
  return {after_success(from.stability, growth(from, recall), grade), difficulty};
}

double Fsrs6::recall_after(double elapsed_days, Stability stability) const {
  return std::pow(1 + factor_ * std::max(elapsed_days, 0.0) / stability.days, decay_);
}

double Fsrs6::interval_per_stability(double desired_retention) const {
  return (std::pow(desired_retention, 1 / decay_) - 1) / factor_;
}

double Fsrs6::interval_days(Stability stability, double desired_retention) const {
  return stability.days * interval_per_stability(desired_retention);
}

std::array<MemoryOutcome, 4> Fsrs6::outcomes(const std::optional<MemoryState>& before, WholeDays elapsed,
                                             double desired_retention) const {
  std::array<MemoryState, 4> states{};
  if (!before) {
    std::ranges::transform(kGrades, states.begin(), [&](Grade grade) { return first_review(grade); });
  } else {
    const MemoryState from = limited(*before);
    for (const Grade grade : kGrades)
      states[index_of(grade)].difficulty = difficulty_after(from.difficulty, grade);
    if (elapsed.count <= 0) {
      const double shared_part = same_day_part(from.stability);
      for (const Grade grade : kGrades)
        states[index_of(grade)].stability = after_same_day(from.stability, shared_part, grade);
    } else {
      const double recall = recall_after(elapsed.count, from.stability);
      const double grown = growth(from, recall);
      states[0].stability = after_lapse(from, recall);
      for (const Grade grade : {Grade::Hard, Grade::Good, Grade::Easy})
        states[index_of(grade)].stability = after_success(from.stability, grown, grade);
    }
  }
  const double per_stability = interval_per_stability(desired_retention);
  std::array<MemoryOutcome, 4> result{};
  std::ranges::transform(states, result.begin(), [&](const MemoryState& state) {
    return MemoryOutcome{state, state.stability.days * per_stability};
  });
  return result;
}

}  // namespace starling
