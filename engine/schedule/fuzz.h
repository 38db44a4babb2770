// The choice of a day around an interval.
#pragma once

#include "calendar/calendar.h"
#include "schedule/loads.h"

namespace starling {

struct Policy;

// The days that fuzz may choose from around `interval_days`, both ends included, each at least `minimum_days`
// and at most `maximum_days`, which wins where the two cross. Below 2.5 days there is no fuzz. Widths: 15 % of
// the part from 2.5 to 7 days, 10 % of that from 7 to 20 and 5 % beyond, plus one day (Anki's published ranges).
struct FuzzRange {
  int low;
  int high;
};
[[nodiscard]] FuzzRange fuzz_range(double interval_days, int minimum_days, int maximum_days);

// Whether that range goes beyond the maximum before it is cut.
[[nodiscard]] bool passes_maximum(double interval_days, int maximum_days);

// The range that a day is chosen from: that of `fuzz_range`, but one that passes the maximum is moved below it in all its
// width, so that what has reached the maximum keeps its spread.
[[nodiscard]] FuzzRange choice_range(double interval_days, int minimum_days, int maximum_days);

// Days from `today` for a review that the model wants `interval_days` from now, each end included. Fuzz ranges are
// those of `choice_range`, without fuzz the rounded interval alone. Inside a range a day off is taken only when it holds
// nothing else, and a rest day only when it holds no open or lighter day. Where the whole range is off, the nearest day
// outside it that is not, no closer than `minimum_days` and no farther than the maximum.
[[nodiscard]] int choose_day(double interval_days, int minimum_days, Day today, const Policy& policy, Seed seed,
                             const DayLoads* loads);

}  // namespace starling
