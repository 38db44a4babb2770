// The numbers of `stats` on a screen.
#pragma once

#include <iosfwd>
#include <string_view>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// Below this many answers a share says little: it is shown dim, and always with its count.
inline constexpr int kFewAnswers = 20;

// The first screen: the essentials, in 24 rows of 80 columns, and in 20 rows of 40 where it is `low`.
void print_essentials(std::ostream& out, const StatsView& numbers, const Style& style, int width, bool low);

// One section in full: "week", "age", "deck", "calibration" or "day"; others print nothing.
inline constexpr std::string_view kStatsSections[] = {"week", "age", "deck", "calibration", "day"};
void print_section(std::ostream& out, std::string_view section, const StatsView& numbers, const Style& style, int width);

}  // namespace starling
