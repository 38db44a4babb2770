// The choice of a day around an interval.
#pragma once

#include "schedule/schedule.h"

namespace starling {

// Days from `today` for a review that the model wants `interval_days` from now, each end included. Fuzz ranges are
// those of `fuzz_range`, without fuzz the rounded interval alone. Inside a range a day off is taken only when it holds
// nothing else, and a rest day only when it holds no open or lighter day. Where the whole range is off, the nearest day
// outside it that is not, no closer than `minimum_days` and no farther than the maximum.
[[nodiscard]] int choose_day(double interval_days, int minimum_days, Day today, const Policy& policy, Seed seed,
                             const DayLoads* loads);

}  // namespace starling
