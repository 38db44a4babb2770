#include "fit/first_stability.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace starling {

namespace {

constexpr double kLowest = 0.001;
constexpr double kHighest = 100;
constexpr double kPull = 1.0 / 16;  // towards the default, a day of difference
// Where between their neighbours the stabilities of hard and good lie, in the logarithm.
constexpr double kHardTowardsAgain = 0.41;
constexpr double kGoodTowardsEasy = 0.54;

using Group = FirstIntervals::Group;
using Days = std::array<double, 4>;
using Known = std::array<bool, 4>;

// The slope of the loss of one grade's delays at a stability of e^log_days, and its curvature.
struct Slope {
  double first;
  double second;
};

// The curve of the defaults: recall is (1 + factor t / S)^-decay.
struct Curve {
  double decay = default_fsrs6_weights().decay();
  double factor = std::pow(0.9, -1 / decay) - 1;
};

Slope slope(const std::vector<Group>& groups, double average, double log_days) {
  static const Curve curve;
  Slope sum{};
  for (const Group& group : groups) {
    const double scaled = curve.factor * group.days * std::exp(-log_days);
    const double recall = std::clamp(std::exp(-curve.decay * std::log1p(scaled)), 1e-12, 1 - 1e-12);
    const double seen = (group.recalled + average) / (group.cards + 1);
    const double by_log = curve.decay * recall * scaled / (1 + scaled);  // of recall
    const double odds = recall * (1 - recall);
    sum.first += group.cards * (recall - seen) / odds * by_log;
    sum.second += group.cards / odds * by_log * by_log;  // expected
  }
  return sum;
}

// Where the slope of the loss and of the pull cancel: bisection that takes Newton's step where it stays inside.
double settle(const std::vector<Group>& groups, double average, double standard) {
  const auto pulled = [&](double log_days, double sign) {
    Slope s = slope(groups, average, log_days);
    s.first += sign * kPull * std::exp(log_days);
    s.second += kPull * std::exp(log_days);
    return s;
  };
  const double at_standard = slope(groups, average, std::log(standard)).first;
  if (std::abs(at_standard) <= kPull * standard) return standard;
  const double sign = at_standard > 0 ? -1 : 1;
  double low = std::log(at_standard > 0 ? kLowest : standard);
  double high = std::log(at_standard > 0 ? standard : kHighest);
  double at = (low + high) / 2;
  for (int i = 0; i < 60 && high - low > 1e-7; ++i) {
    const Slope s = pulled(at, sign);
    (s.first > 0 ? high : low) = at;
    const double next = at - s.first / s.second;
    if (std::abs(next - at) < 1e-7) break;
    at = next > low && next < high ? next : (low + high) / 2;
  }
  return std::exp(at);
}

// Later grades hold at least as long; of two that do not, the one with more cards is believed.
void order(Days& days, const Known& known, const FirstIntervals& intervals) {
  const auto cards = [&](std::size_t grade) {
    int count = 0;
    for (const Group& group : intervals.by_grade[grade]) count += group.cards;
    return count;
  };
  constexpr std::array<std::pair<std::size_t, std::size_t>, 6> kPairs{{{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};
  for (const auto& [lesser, greater] : kPairs) {
    if (!known[lesser] || !known[greater] || days[lesser] <= days[greater]) continue;
    if (cards(lesser) > cards(greater))
      days[greater] = days[lesser];
    else
      days[lesser] = days[greater];
  }
}

// Two relations hold between the logarithms l of the four: l1 lies between l0 and l2, and l2 between l1 and l3. What
// is missing follows from what is known.
void fill(Days& days, const Known& known, std::span<const double> standard) {
  const auto count = std::ranges::count(known, true);
  if (count == 1) {
    const auto one = static_cast<std::size_t>(std::ranges::find(known, true) - known.begin());
    const double scale = days[one] / standard[one];
    for (std::size_t i = 0; i < 4; ++i) days[i] = standard[i] * scale;
    return;
  }
  constexpr std::array<std::array<double, 4>, 2> kRelations{
      {{kHardTowardsAgain, -1, 1 - kHardTowardsAgain, 0}, {0, 1 - kGoodTowardsEasy, -1, kGoodTowardsEasy}}};
  std::array<std::size_t, 2> missing{};
  std::size_t missing_count = 0;
  for (std::size_t i = 0; i < 4; ++i)
    if (!known[i]) missing[missing_count++] = i;
  if (missing_count == 0) return;
  const auto rest = [&](const std::array<double, 4>& relation) {
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i)
      if (known[i]) sum -= relation[i] * std::log(days[i]);
    return sum;
  };
  const auto& [lower, upper] = kRelations;
  if (missing_count == 1) {
    const std::size_t at = missing[0];
    const auto& relation = at < 2 ? lower : upper;
    days[at] = std::exp(rest(relation) / relation[at]);
    return;
  }
  const auto [a, b] = missing;
  const double determinant = lower[a] * upper[b] - lower[b] * upper[a];
  const double r = rest(lower);
  const double s = rest(upper);
  days[a] = std::exp((r * upper[b] - s * lower[b]) / determinant);
  days[b] = std::exp((lower[a] * s - upper[a] * r) / determinant);
}

Days ordered(Days days, const FirstIntervals& intervals, ModelKind kind) {
  Known known{};
  for (std::size_t i = 0; i < 4; ++i) known[i] = !intervals.by_grade[i].empty();
  if (std::ranges::none_of(known, [](bool k) { return k; })) return days;
  order(days, known, intervals);
  fill(days, known, default_weights(kind).numbers());
  for (double& d : days) d = std::clamp(d, kLowest, kHighest);
  return days;
}

}  // namespace

std::optional<Days> first_stabilities(const FirstIntervals& intervals) {
  if (intervals.cards == 0) return std::nullopt;
  const double average = static_cast<double>(intervals.recalled) / intervals.cards;
  Days days{};
  for (std::size_t i = 0; i < 4; ++i)
    if (!intervals.by_grade[i].empty())
      days[i] = settle(intervals.by_grade[i], average, default_fsrs6_weights().w[Fsrs6Weights::kFirstStability + i]);
  return ordered(days, intervals, ModelKind::Fsrs6);
}

std::array<double, 4> in_order(const Days& days, const FirstIntervals& intervals, ModelKind kind) {
  return ordered(days, intervals, kind);
}

}  // namespace starling
