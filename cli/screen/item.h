// What is known of one item, as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// State, memory, curve and what an answer now would do. A low screen goes without blank lines and headings.
[[nodiscard]] std::string item_screen(const ItemView& view, const Standpoint& from, const Style& style, int width, bool low);

// The last `most` deeds that count, one line each.
[[nodiscard]] std::string history_lines(const ItemView& view, std::size_t most, const Style& style, int width, bool low);

}  // namespace starling
