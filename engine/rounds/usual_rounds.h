// What the rounds of a loop usually are, as long as the learner does not know better.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rounds/round.h"

namespace starling {

// A guess, from what candidates tell: L7's where the level is that, else L6's. Every principle stands in one of them.
[[nodiscard]] std::vector<Round> usual_rounds(std::string_view level);

// Whether the loop is a guess yet: phone screens, which come before it, say nothing of its rounds.
[[nodiscard]] bool is_guessed(std::span<const Round> written);
// Those that are written down, and the usual ones where the loop is a guess; by their days.
[[nodiscard]] std::vector<Round> with_usual_rounds(std::span<const Round> written, std::string_view level);

}  // namespace starling
