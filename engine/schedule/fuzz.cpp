#include "schedule/fuzz.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include "schedule/schedule.h"

namespace starling {

using std::chrono::days;

namespace {

struct Band {
  double from_days;
  double to_days;
  double share;
};
constexpr double kForever = std::numeric_limits<double>::infinity();
constexpr std::array<Band, 3> kBands{{{2.5, 7, 0.15}, {7, 20, 0.10}, {20, kForever, 0.05}}};

double width(double interval_days) {
  if (interval_days < kBands.front().from_days) return 0;
  double wide = 1;
  for (const Band& band : kBands)
    wide += band.share * std::max(std::min(interval_days, band.to_days) - band.from_days, 0.0);
  return wide;
}

FuzzRange rounded(double interval_days, int minimum_days, int maximum_days) {
  const int minimum = std::min(minimum_days, maximum_days);
  const int only = static_cast<int>(std::clamp<double>(std::round(interval_days), minimum, maximum_days));
  return {only, only};
}

int evenly(FuzzRange range, Seed seed) {
  return range.low + static_cast<int>(unit_interval(seed) * (range.high - range.low + 1));
}

// The weight of each day of a range, and whether all of them are off.
struct Weighed {
  std::vector<double> weights;
  bool all_off = true;
};

Weighed weigh(FuzzRange range, bool balanced, Day today, const DayLoads& loads) {
  std::vector<DayKind> kinds;
  for (int day = range.low; day <= range.high; ++day) kinds.push_back(loads.kind_of(today + days(day)));
  const DayKind best = *std::min_element(kinds.begin(), kinds.end());
  const DayKind worst = std::max(best, DayKind::Lighter);
  Weighed result{{}, best == DayKind::Off};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const int day = range.low + static_cast<int>(i);
    const double weight = balanced ? day_weight(loads, today + days(day), kinds[i], day) : room_of(kinds[i]);
    result.weights.push_back(kinds[i] > worst ? 0 : weight);
  }
  return result;
}

int by_weight(int low, const std::vector<double>& weights, Seed seed) {
  double left = unit_interval(seed) * std::accumulate(weights.begin(), weights.end(), 0.0);
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    chosen = i;
    left -= weights[i];
    if (left < 0) break;
  }
  return low + static_cast<int>(chosen);
}

// The day nearest to `range` that is not off; the earlier one of two as near.
std::optional<int> nearest_outside(FuzzRange range, int minimum_days, int maximum_days, Day today,
                                   const DayLoads& loads) {
  const auto open = [&](int day) { return loads.kind_of(today + days(day)) != DayKind::Off; };
  // A longer absence than a year is no absence.
  constexpr int kFarthest = 366;
  for (int distance = 1; distance <= kFarthest; ++distance) {
    const int before = range.low - distance;
    if (before >= std::max(minimum_days, 1) && open(before)) return before;
    if (range.high > maximum_days - distance) continue;
    if (open(range.high + distance)) return range.high + distance;
  }
  return std::nullopt;
}

}  // namespace

FuzzRange fuzz_range(double interval_days, int minimum_days, int maximum_days) {
  const int minimum = std::min(minimum_days, maximum_days);
  const double interval = std::clamp<double>(interval_days, minimum, maximum_days);
  const auto bounded = [&](double day) {
    return static_cast<int>(std::clamp<double>(std::round(day), minimum, maximum_days));
  };
  FuzzRange range{bounded(interval - width(interval)), bounded(interval + width(interval))};
  if (range.low == range.high && range.high > 2 && range.high < maximum_days) ++range.high;
  return range;
}

bool passes_maximum(double interval_days, int maximum_days) {
  const double interval = std::min<double>(interval_days, maximum_days);
  return interval + width(interval) > maximum_days;
}

FuzzRange choice_range(double interval_days, int minimum_days, int maximum_days) {
  if (!passes_maximum(interval_days, maximum_days)) return fuzz_range(interval_days, minimum_days, maximum_days);
  const double wide = width(std::min<double>(interval_days, maximum_days));
  const int minimum = std::min(minimum_days, maximum_days);
  return {static_cast<int>(std::clamp<double>(std::round(maximum_days - 2 * wide), minimum, maximum_days)), maximum_days};
}

int choose_day(double interval_days, int minimum_days, Day today, const Policy& policy, Seed seed,
               const DayLoads* loads) {
  const int maximum = policy.maximum_interval_days;
  const FuzzRange range = policy.fuzz ? choice_range(interval_days, minimum_days, maximum)
                                      : rounded(interval_days, minimum_days, maximum);
  if (!loads) return evenly(range, seed);
  const bool balanced = rounded(interval_days, minimum_days, maximum).low <= kLongestBalanced;
  const Weighed weighed = weigh(range, balanced, today, *loads);
  if (weighed.all_off)
    return nearest_outside(range, minimum_days, maximum, today, *loads).value_or(evenly(range, seed));
  return by_weight(range.low, weighed.weights, seed);
}

}  // namespace starling
