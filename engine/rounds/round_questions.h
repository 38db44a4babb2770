// What a candidate may ask at the end of a round.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "rounds/round.h"

namespace starling {

// An even number of them, for every kind.
[[nodiscard]] std::span<const std::string_view> questions_of(RoundKind kind);

// Two for the `nth` round of its kind, from 0, so that two interviewers are not asked the same.
[[nodiscard]] std::array<std::string_view, 2> two_questions(RoundKind kind, std::size_t nth);

}  // namespace starling
