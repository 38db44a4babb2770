// Plain at a retention that rises in the last weeks.
#pragma once

#include "contest/rival.h"

namespace starling {

// From `low` to `high`, which it reaches on the day before the interview, in a straight line over so many days.
[[nodiscard]] Rival rising_rival(double low, double high, int days);

}  // namespace starling
