// What is left to chance in a life. Equal seeds have equal luck, whatever else is drawn.
#pragma once

#include <cstddef>
#include <cstdint>

#include "calendar/calendar.h"

namespace starling {

enum class Luck : std::uint64_t { Recall, Grade, Noise, Count };

// In the place of a card: what is drawn for the whole life, by day or by weight in the place of the answer.
inline constexpr std::size_t kNoCard = static_cast<std::size_t>(-1);

// In [0, 1), for one answer of one card; `more` tells apart what is drawn for one purpose.
[[nodiscard]] double drawn_unit(Seed seed, std::size_t card, int answer, Luck luck, std::uint64_t more = 0);
// Log-normal with median 1; `sigma` is the standard deviation of the logarithm.
[[nodiscard]] double drawn_factor(Seed seed, std::size_t card, int answer, double sigma);

}  // namespace starling
