#include "report/curve.h"

#include <algorithm>

namespace starling {

namespace {

bool counts(const Gate& gate, std::string_view unit) {
  if (!gate.level.empty() || gate.days_before || (gate.evidence != "log" && gate.evidence != "stories")) return false;
  return gate.unit == unit || (unit == "stories" && gate.unit == "drafts");
}

}  // namespace

std::optional<double> ProgressFactors::product() const {
  if (!coverage || !recall || !quality) return std::nullopt;
  return 100 * *coverage * *recall * *quality;
}

std::string_view ProgressFactors::lacks() const {
  return !coverage ? "coverage" : !recall ? "recall" : !quality ? "quality" : "";
}

double asked_by_week(const Plan& plan, std::string_view unit, double week) {
  double from = 0;
  double from_week = 0;
  for (const Gate& gate : plan.gates) {
    if (!counts(gate, unit)) continue;
    const double to_week = last_week_of_month(plan, gate.month);
    if (to_week <= from_week) continue;
    if (week < to_week) return from + (gate.target - from) * std::max(0.0, (week - from_week) / (to_week - from_week));
    from = gate.target;
    from_week = to_week;
  }
  return from;
}

double coverage_share(double done, double asked) { return asked > 0 ? std::min(1.0, done / asked) : 1; }

}  // namespace starling
