// What several commands are given.
#pragma once

#include "cli/parameter.h"

namespace starling {

inline constexpr Operand<Name> kItem{"ITEM", {Offer::From::Items}};
inline constexpr Operand<Name> kStory{"ID", {Offer::From::Stories}};

}  // namespace starling
