// A story as it is told: the clock, and then its text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string principles_line(const Story& story);
// The clock and the five sections with the seconds that the target gives each.
[[nodiscard]] std::string clock_face(int seconds, int target, const Style& style, int width);
// The sections with their words and shares, and the figures.
[[nodiscard]] std::string story_text(const Story& story, const Style& style, int width);

}  // namespace starling
