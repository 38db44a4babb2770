// What an interview left: as text for a window and as Markdown, and what of it is worked on.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string debrief_screen(const DebriefView& view, const Style& style, int width);
[[nodiscard]] std::string debrief_markdown(const DebriefView& view);

// Reasons, what went badly and follow-ups that hurt, with a blank line behind; empty where nothing was left.
[[nodiscard]] std::string from_interview_lines(const FromInterview& left, const Style& style, int width);

}  // namespace starling
