// How a plan's time is shared out.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "plan/parts.h"

namespace starling {

// Hours a week of an area: its total over the plan's weeks. The timeline's printed weekly figures do not add up
// (C1, C2).
[[nodiscard]] double weekly_hours(const Plan& plan, std::string_view level, Area area);
[[nodiscard]] int total_hours(const Plan& plan, std::string_view level);

// Whole percents that add up to 100 by the largest remainder; of equal remainders the first listed wins (C3).
[[nodiscard]] std::vector<int> largest_remainder_percents(std::span<const int> parts);

// Minutes of a week's tasks in each area, in the order of kAreas, for a learner of `level`; optional ones too.
[[nodiscard]] std::array<int, 4> area_minutes(const Plan& plan, std::string_view level, int week);

}  // namespace starling
