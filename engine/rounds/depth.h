// How many different stories can be told for a principle while the others keep theirs?
#pragma once

#include <array>
#include <span>

#include "rounds/bank.h"

namespace starling {

// For each principle, in the official order: the most stories that can be told for it, none twice, while as many of the
// other principles as can have a story at once keep one of their own.
[[nodiscard]] std::array<int, kPrincipleCount> story_depths(std::span<const BankStory> bank);

}  // namespace starling
