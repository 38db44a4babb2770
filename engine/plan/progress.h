// What the plan expects of the learner by a week.
#pragma once

#include <optional>

#include "plan/parts.h"

namespace starling {

// A metric's target in a given week: the latest one dated in or before it; nothing before the first.
[[nodiscard]] std::optional<double> target_in_week(const Metric& metric, int week);

// The metric that a gate looks at; nothing for a gate with other evidence.
[[nodiscard]] const Metric* metric_of(const Plan& plan, const Gate& gate);

// Expected progress at the end of a week: straight lines from nothing at the start through the month ends, level
// after the last (S59). A reference line, never a score.
[[nodiscard]] CurvePoint expected_progress(const Plan& plan, int week);

}  // namespace starling
