#include "report/gaps.h"

#include <algorithm>
#include <cmath>

namespace starling {

namespace {

std::optional<TimeShift> shift_for(const Gaps& gaps, const Plan& plan, std::string_view level) {
  if (gaps.ranked.empty() || gaps.ranked.front().shortfall <= 0) return std::nullopt;
  const Area to = gaps.ranked.front().metric->area;
  const auto hours = [&](Area area) { return weekly_hours(plan, level, area); };
  std::optional<Area> giver;
  for (const Area area : kAreas) {
    if (area == to) continue;
    const double lacks = shortfall_in(gaps, area);
    if (!giver || lacks < shortfall_in(gaps, *giver) || (lacks == shortfall_in(gaps, *giver) && hours(area) > hours(*giver))) giver = area;
  }
  const double share = std::min(kMostShifted, gaps.ranked.front().shortfall);
  const int minutes = static_cast<int>(std::lround(share * hours(*giver) * 60 / 5)) * 5;
  return minutes > 0 ? std::optional(TimeShift{to, *giver, minutes}) : std::nullopt;
}

}  // namespace

double shortfall_of(const Metric& metric, double value, double target) {
  const double lacks = metric.lower_is_better ? value - target : target - value;
  if (lacks <= 0) return 0;
  const double whole = metric.levels.size() > 1 ? static_cast<double>(metric.levels.size() - 1) : std::abs(target);
  return whole > 0 ? lacks / whole : lacks;
}

Gaps gaps_of(const Plan& plan, std::string_view level, const MetricFacts& facts, Day day, int week) {
  Gaps gaps;
  for (const Metric& metric : plan.metrics) {
    const auto target = target_in_week(metric, week);
    if (!target) continue;
    const auto now = value_of(metric, facts, day);
    if (now)
      gaps.ranked.push_back({&metric, *now, *target, shortfall_of(metric, now->value, *target)});
    else
      gaps.unmeasured.push_back(&metric);
  }
  std::ranges::stable_sort(gaps.ranked, [&](const MetricGap& a, const MetricGap& b) {
    const auto millionths = [](const MetricGap& gap) { return std::lround(gap.shortfall * 1e6); };  // sums of tenths
    if (millionths(a) != millionths(b)) return millionths(a) > millionths(b);
    return weekly_hours(plan, level, a.metric->area) > weekly_hours(plan, level, b.metric->area);
  });
  gaps.shift = shift_for(gaps, plan, level);
  return gaps;
}

double shortfall_in(const Gaps& gaps, Area area) {
  double largest = 0;
  for (const MetricGap& gap : gaps.ranked)
    if (gap.metric->area == area) largest = std::max(largest, gap.shortfall);
  return largest;
}

}  // namespace starling
