// Stories as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string stories_screen(std::span<const StoryView> views, const Style& style, int width);
[[nodiscard]] std::string story_screen(const StoryView& view, const Style& style, int width);
// The text of one length.
[[nodiscard]] std::string told_screen(const Story& story, const ShownLength& told, const Style& style, int width);

}  // namespace starling
