// Where is the learner weakest? Each metric against its target, worst first (S49, C21).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "plan/plan.h"
#include "report/measured.h"

namespace starling {

// What a metric lacks of its target. `shortfall` is 0 where the target is reached; 0.2 is a fifth: of the target, or
// where a metric has names of levels, of the way from the lowest to the highest.
struct MetricGap {
  const Metric* metric = nullptr;
  MetricValue now;
  double target = 0;
  double shortfall = 0;
};
[[nodiscard]] double shortfall_of(const Metric& metric, double value, double target);

// Time that an area gets from another: minutes a week.
struct TimeShift {
  Area to = Area::Design;
  Area from = Area::Design;
  int minutes = 0;
};

struct Gaps {
  std::vector<MetricGap> ranked;         // largest shortfall first; of equal ones that of the area with more hours
  std::vector<const Metric*> unmeasured; // with a target by now, and nothing known
  std::optional<TimeShift> shift;        // nothing where no target is missed
};

// The largest share of an area's week that is moved.
inline constexpr double kMostShifted = 0.25;

// `week` is the plan's week of `day`. Time goes to the area of the largest shortfall, from the area with the smallest
// (of equal ones that with more hours), in proportion to the shortfall up to kMostShifted, in steps of five minutes.
[[nodiscard]] Gaps gaps_of(const Plan& plan, std::string_view level, const MetricFacts& facts, Day day, int week);

// What an area's largest shortfall is; 0 where none is known.
[[nodiscard]] double shortfall_in(const Gaps& gaps, Area area);

}  // namespace starling
