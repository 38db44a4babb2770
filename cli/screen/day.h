// The day's screen.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// `low`: a terminal of few rows, where the same is said in fewer lines.
[[nodiscard]] std::string day_screen(const DayView& view, const Style& style, int width, bool low);

// Lists with the lines of them that are open, and what ticks each.
[[nodiscard]] std::string lists_screen(std::span<const ChecklistView> lists, const Style& style, int width);

}  // namespace starling
