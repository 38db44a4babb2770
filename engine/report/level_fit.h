// Does the reach of a story fit the level? A hint of coaching, never a verdict: nobody passes or fails by it.
#pragma once

#include <string_view>

#include "story/story.h"

namespace starling {

// From smaller to larger; Unknown where the story says nothing of its scope.
enum class LevelFit { Unknown, Under, Fits, Over };
[[nodiscard]] std::string_view to_string(LevelFit fit);  // "unknown", "under", "fits", "over"

// L6: one or two teams, up to a year; over with three teams and more than a year. L7: three teams or more, and nine months
// or something that stayed; under with fewer teams, unless the result says that others took it up.
[[nodiscard]] LevelFit level_fit(const Story& story, std::string_view level);

}  // namespace starling
