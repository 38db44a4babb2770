#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

#include "memory/memory.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kModelWords{"fsrs-6", "fsrs-7"};
constexpr std::size_t kLongestText = 2000;

constexpr std::array<WeightLimits, 21> kFsrs6Limits{{{0.001, 100}, {0.001, 100}, {0.001, 100}, {0.001, 100}, {1, 10},
                                                     {0.001, 4},   {0.001, 4},   {0.001, 0.75}, {0, 4.5},    {0, 0.8},
                                                     {0.001, 3.5}, {0.001, 5},   {0.001, 0.25}, {0.001, 0.9}, {0, 4},
                                                     {0, 1},       {1, 6},       {0, 2},        {0, 2},
                                                     {0, 0.8},     {0.1, 0.8}}};

constexpr std::array<WeightLimits, 34> kFsrs7Limits{
    {{1e-4, 50}, {1e-4, 100}, {1e-4, 100}, {1e-4, 100}, {1, 10},     {0.001, 4},    {0.1, 4},     {0, 4},   {0, 1.2},
     {0.3, 3},   {0.01, 1.5}, {0.1, 1},    {0, 3.5},    {0, 1},      {1, 7},        {0, 4},       {0, 2},   {0.5, 6},
     {0.001, 1.5}, {0.001, 1}, {0, 5},     {0, 1},      {1, 7},      {0.01, 0.25},  {0.01, 0.95}, {0.2, 0.85},
     {0.5, 0.99},  {0.01, 1}, {0.1, 1},    {0, 0.9},    {0.1, 1.1},  {0, 1},        {0, 0.6},     {0, 0.6}}};

// With the same-day weights at work, the lowest that their dependence on stability is fitted to.
constexpr double kLowestSameDayStability = 0.01;

double moved_inside(double number, const WeightLimits& limits) {
  return std::isfinite(number) ? std::clamp(number, limits.low, limits.high) : limits.low;
}

template <class Numbers>
Weights made_of(ModelKind kind, const Numbers& numbers) {
  return {kind, {numbers.w.begin(), numbers.w.end()}};
}

Weights inside(Weights weights) {
  auto& w = weights.numbers;
  const auto limits = weight_limits(weights.kind);
  for (std::size_t i = 0; i < w.size(); ++i) w[i] = moved_inside(w[i], limits[i]);
  return weights;
}

// FSRS-4.5 had 17 numbers and FSRS-5 19; what they lacked is set so that the curve stays as it was.
std::vector<double> widened(std::span<const double> old) {
  std::vector<double> w(old.begin(), old.end());
  if (w.size() == 17) {
    const double slope = w[5];
    w[4] += 2 * slope;
    w[5] = std::log(3 * slope + 1) / 3;
    w[6] += 0.5;
    w.insert(w.end(), {0, 0, 0, 0.5});
  } else if (w.size() == 19) {
    w.insert(w.end(), {0, 0.5});
  }
  return w;
}

// The highest that same-day weights may be, so that several relearning steps do not lift a card above what it was.
double same_day_limit(const std::vector<double>& w, int relearning_steps) {
  if (relearning_steps <= 1) return 2;
  const double room = -(std::log(w[11]) + std::log(std::exp2(w[13]) - 1) + 0.3 * w[14]) / relearning_steps;
  return std::min(2.0, std::sqrt(std::max(0.01, room)));
}

}  // namespace

std::string_view to_string(ModelKind kind) { return kModelWords[static_cast<std::size_t>(kind)]; }

std::optional<ModelKind> parse_model(std::string_view text) {
  for (const ModelKind kind : kModelKinds)
    if (text == to_string(kind)) return kind;
  return std::nullopt;
}

const Weights& default_weights(ModelKind kind) {
  static const Weights kSix = made_of(ModelKind::Fsrs6, default_fsrs6_weights());
  static const Weights kSeven = made_of(ModelKind::Fsrs7, default_fsrs7_weights());
  return kind == ModelKind::Fsrs6 ? kSix : kSeven;
}

std::span<const WeightLimits> weight_limits(ModelKind kind) {
  if (kind == ModelKind::Fsrs6) return kFsrs6Limits;
  return kFsrs7Limits;
}

Weights clipped(Weights weights, int relearning_steps) {
  weights = inside(std::move(weights));
  auto& w = weights.numbers;
  if (weights.kind == ModelKind::Fsrs6) {
    const double same_day = same_day_limit(w, relearning_steps);
    for (const std::size_t i : {std::size_t{17}, std::size_t{18}}) w[i] = std::min(w[i], same_day);
    w[19] = std::max(w[19], kLowestSameDayStability);
  } else {
    for (std::size_t i = 1; i < 4; ++i) w[i] = std::max(w[i], w[i - 1]);
    w[26] = std::max(w[26], w[25]);
  }
  return weights;
}

WeightsRead make_weights(ModelKind kind, std::span<const double> numbers) {
  if (numbers.empty()) return {default_weights(kind), ""};
  const bool older = kind == ModelKind::Fsrs6 && (numbers.size() == 17 || numbers.size() == 19);
  const std::size_t count = default_weights(kind).numbers.size();
  if (numbers.size() != count && !older)
    return {std::nullopt, kind == ModelKind::Fsrs6
                              ? fmt::format("fsrs-6 has 21 weights (or 17 or 19 of older versions), not {}", numbers.size())
                              : fmt::format("fsrs-7 has 34 weights, not {}", numbers.size())};
  const auto odd = std::ranges::find_if(numbers, [](double number) { return !std::isfinite(number); });
  if (odd != numbers.end())
    return {std::nullopt, fmt::format("weight {} is not a finite number", odd - numbers.begin())};
  return {inside({kind, widened(numbers)}), ""};
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
