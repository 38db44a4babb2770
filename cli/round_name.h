// A round of the interview as a learner names it.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "rounds/rounds.h"

namespace starling {

// Its place in the list: by its id, or by its title. UsageError with the nearest, or with all of them.
[[nodiscard]] std::size_t need_round(std::span<const Round> rounds, std::string_view name);

}  // namespace starling
