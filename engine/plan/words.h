// The closed lists of words in a plan's file.
#pragma once

#include <array>
#include <string_view>

#include "plan/parts.h"

namespace starling {

inline constexpr std::array<std::string_view, 2> kLevels{"L6", "L7"};
inline constexpr std::array<std::string_view, 3> kSources{"seed", "sibling", "starling"};
inline constexpr std::array<std::string_view, 4> kMeasures{"minutes", "percent", "score", "level"};
inline constexpr std::array<std::string_view, 5> kEvidence{"log", "stories", "mocks", "self", "metric"};
inline constexpr std::array<std::string_view, 2> kDirections{"lower", "higher"};
inline constexpr std::array<std::string_view, 2> kBounds{"at-least", "at-most"};
inline constexpr std::array<std::string_view, 2> kTrackers{"week", "month"};
inline constexpr std::array<std::string_view, 3> kOccasions{"behind", "ahead", "struggling"};

}  // namespace starling
