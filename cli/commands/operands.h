// What several commands are given.
#pragma once

#include "cli/parameter.h"

namespace starling {

inline constexpr Operand<Name> kItem{"ITEM", {Offer::From::Items}};
inline constexpr Option<Whole> kOnlyWeek{"--week", "N", "only those of this week of the plan", {1, 104}};
inline constexpr Operand<Name> kStory{"ID", {Offer::From::Stories}};

}  // namespace starling
