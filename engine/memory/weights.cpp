#include "memory/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <vector>

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kModelWords{"fsrs-6", "fsrs-7"};
constexpr std::size_t kLongestText = 2000;

constexpr std::array<WeightLimits, Fsrs6Weights::kCount> kFsrs6Limits{
    {{0.001, 100}, {0.001, 100}, {0.001, 100}, {0.001, 100}, {1, 10},      {0.001, 4},    {0.001, 4},
     {0.001, 0.75}, {0, 4.5},    {0, 0.8},     {0.001, 3.5}, {0.001, 5},   {0.001, 0.25}, {0.001, 0.9},
     {0, 4},        {0, 1},      {1, 6},       {0, 2},       {0, 2},       {0, 0.8},      {0.1, 0.8}}};

constexpr std::array<WeightLimits, Fsrs7Weights::kCount> kFsrs7Limits{
    {{1e-4, 50}, {1e-4, 100}, {1e-4, 100}, {1e-4, 100}, {1, 10},     {0.001, 4},    {0.1, 4},     {0, 4},   {0, 1.2},
     {0.3, 3},   {0.01, 1.5}, {0.1, 1},    {0, 3.5},    {0, 1},      {1, 7},        {0, 4},       {0, 2},   {0.5, 6},
     {0.001, 1.5}, {0.001, 1}, {0, 5},     {0, 1},      {1, 7},      {0.01, 0.25},  {0.01, 0.95}, {0.2, 0.85},
     {0.5, 0.99},  {0.01, 1}, {0.1, 1},    {0, 0.9},    {0.1, 1.1},  {0, 1},        {0, 0.6},     {0, 0.6}}};

// With the same-day weights at work, the lowest that their dependence on stability is fitted to.
constexpr double kLowestSameDayStability = 0.01;

double moved_inside(double number, const WeightLimits& limits) {
  return std::isfinite(number) ? std::clamp(number, limits.low, limits.high) : limits.low;
}

void move_inside(Weights& weights) {
  const auto numbers = weights.numbers();
  const auto limits = weight_limits(weights.kind());
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = moved_inside(numbers[i], limits[i]);
}

// FSRS-4.5 had 17 numbers and FSRS-5 19; what they lacked is set so that the curve stays as it was.
std::vector<double> widened(std::span<const double> old) {
  using enum Fsrs6Weights::Index;
  std::vector<double> w(old.begin(), old.end());
  if (w.size() == 17) {
    const double slope = w[kFirstDifficultySlope];
    w[kFirstDifficulty] += 2 * slope;
    w[kFirstDifficultySlope] = std::log(3 * slope + 1) / 3;
    w[kDifficultyStep] += 0.5;
    w.insert(w.end(), {0, 0, 0, 0.5});
  } else if (w.size() == 19) {
    w.insert(w.end(), {0, 0.5});
  }
  return w;
}

// The highest that same-day weights may be, so that several relearning steps do not lift a card above what it was.
double same_day_limit(std::span<const double> w, int relearning_steps) {
  using enum Fsrs6Weights::Index;
  if (relearning_steps <= 1) return 2;
  const double room = -(std::log(w[kLapse]) + std::log(std::exp2(w[kLapseStability]) - 1) + 0.3 * w[kLapseRecall]) /
                      relearning_steps;
  return std::min(2.0, std::sqrt(std::max(0.01, room)));
}

void tie_fsrs6(std::span<double> w, int relearning_steps) {
  using enum Fsrs6Weights::Index;
  const double same_day = same_day_limit(w, relearning_steps);
  for (const auto i : {kSameDay, kSameDayShift}) w[i] = std::min(w[i], same_day);
  w[kSameDayStability] = std::max(w[kSameDayStability], kLowestSameDayStability);
}

void tie_fsrs7(std::span<double> w) {
  using enum Fsrs7Weights::Index;
  for (std::size_t i = kFirstStability + 1; i < kFirstStability + 4; ++i) w[i] = std::max(w[i], w[i - 1]);
  w[kSlowBase] = std::max(w[kSlowBase], w[kFastBase]);
}

}  // namespace

std::string_view to_string(ModelKind kind) { return kModelWords[static_cast<std::size_t>(kind)]; }

std::optional<ModelKind> parse_model(std::string_view text) {
  for (const ModelKind kind : kModelKinds)
    if (text == to_string(kind)) return kind;
  return std::nullopt;
}

std::span<const double> Weights::numbers() const {
  return std::visit([](const auto& weights) { return std::span<const double>(weights.w); }, of_model_);
}

std::span<double> Weights::numbers() {
  return std::visit([](auto& weights) { return std::span<double>(weights.w); }, of_model_);
}

const Weights& default_weights(ModelKind kind) {
  static const Weights kSix(default_fsrs6_weights());
  static const Weights kSeven(default_fsrs7_weights());
  return kind == ModelKind::Fsrs6 ? kSix : kSeven;
}

std::span<const WeightLimits> weight_limits(ModelKind kind) {
  if (kind == ModelKind::Fsrs6) return kFsrs6Limits;
  return kFsrs7Limits;
}

Weights clipped(Weights weights, int relearning_steps) {
  move_inside(weights);
  if (weights.kind() == ModelKind::Fsrs6)
    tie_fsrs6(weights.numbers(), relearning_steps);
  else
    tie_fsrs7(weights.numbers());
  return weights;
}

WeightsRead make_weights(ModelKind kind, std::span<const double> numbers) {
  if (numbers.empty()) return {default_weights(kind), ""};
  const bool older = kind == ModelKind::Fsrs6 && (numbers.size() == 17 || numbers.size() == 19);
  const std::size_t count = default_weights(kind).numbers().size();
  if (numbers.size() != count && !older)
    return {std::nullopt, kind == ModelKind::Fsrs6
                              ? fmt::format("fsrs-6 has 21 weights (or 17 or 19 of older versions), not {}", numbers.size())
                              : fmt::format("fsrs-7 has 34 weights, not {}", numbers.size())};
  const auto odd = std::ranges::find_if(numbers, [](double number) { return !std::isfinite(number); });
  if (odd != numbers.end())
    return {std::nullopt, fmt::format("weight {} is not a finite number", odd - numbers.begin())};
  Weights weights = default_weights(kind);
  std::ranges::copy(widened(numbers), weights.numbers().begin());
  move_inside(weights);
  return {weights, ""};
}

WeightsRead read_weights(ModelKind kind, std::string_view text) {
  if (text.size() > kLongestText)
    return {std::nullopt, fmt::format("weights are at most {} characters long", kLongestText)};
  std::vector<double> numbers;
  constexpr std::string_view kBetween = ", \t\r\n";
  for (std::size_t at = text.find_first_not_of(kBetween); at != text.npos; at = text.find_first_not_of(kBetween, at)) {
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    double number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size())
      return {std::nullopt, fmt::format("'{}' is not a number", word)};
    numbers.push_back(number);
    at = end;
  }
  return make_weights(kind, numbers);
}

}  // namespace starling
