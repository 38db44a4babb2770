// Cards in the order in which passes take them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace starling {

// The first reviews of one card, at most kMostSteps.
struct PackedCard {
  std::uint32_t card;
  std::uint16_t reviews;
};

// By length, so that groups of kCardsAbreast hold cards that are nearly equal; equal ones as they were.
[[nodiscard]] std::vector<PackedCard> by_length(const std::vector<PackedCard>& rows);

// Groups that a thread takes at a time.
inline constexpr std::size_t kGroupsAShare = 32;

}  // namespace starling
