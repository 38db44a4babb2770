// What the rounds of a loop usually are, as long as the learner does not know better.
#pragma once

#include <string_view>
#include <vector>

#include "rounds/round.h"

namespace starling {

// A guess, from what candidates tell: L7's where the level is that, else L6's. Every principle stands in one of them.
[[nodiscard]] std::vector<Round> usual_rounds(std::string_view level);

}  // namespace starling
