#include "plan/progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "plan/days.h"

namespace starling {

std::optional<double> target_in_week(const Metric& metric, int week) {
  std::optional<double> value;
  for (const MetricTarget& target : metric.targets)
    if (target.week <= week) value = target.value;
  return value;
}

const Metric* metric_of(const Plan& plan, const Gate& gate) {
  if (gate.evidence != "metric") return nullptr;
  const auto at = std::find_if(plan.metrics.begin(), plan.metrics.end(), [&](const Metric& metric) {
    return gate.id == fmt::format("m{}-{}", gate.month, metric.id);
  });
  return at == plan.metrics.end() ? nullptr : &*at;
}

CurvePoint expected_progress(const Plan& plan, int week) {
  // Before the first week there is nothing yet.
  CurvePoint from;
  int from_week = 0;
  for (const CurvePoint& to : plan.curve) {
    const int to_week = last_week_of_month(plan, to.month);
    if (week <= to_week) {
      const double share = std::max(0.0, static_cast<double>(week - from_week) / (to_week - from_week));
      const auto between = [&](double a, double b) { return a + (b - a) * share; };
      return {to.month, between(from.coding, to.coding), between(from.design, to.design),
              between(from.behavioural, to.behavioural), to.origin};
    }
    from = to;
    from_week = to_week;
  }
  return from;
}

}  // namespace starling
