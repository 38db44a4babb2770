// Where a fit starts: the stabilities after a first review, from first intervals alone.
#pragma once

#include <array>
#include <optional>

#include "fit/outliers.h"
#include "memory/memory.h"

namespace starling {

// The four first stabilities of FSRS-6 in days: of each grade with data the one under which its delays are likeliest
// by the default curve (with a pull towards the default), then put in rising order, the grade with more cards
// winning, and filled in between in the logarithm. Nothing where no grade has data.
[[nodiscard]] std::optional<std::array<double, 4>> first_stabilities(const FirstIntervals& intervals);
// The order and the filling alone, for stabilities that were fitted with the rest.
[[nodiscard]] std::array<double, 4> in_order(const std::array<double, 4>& days, const FirstIntervals& intervals,
                                            ModelKind kind);

}  // namespace starling
