// What cards need, as a tree for a terminal and as DOT.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// From what needs nothing down to what needs it; a card with two ways to it stands once with all below it.
[[nodiscard]] std::string needs_screen(const NeedsGraph& graph, const Style& style, int width);
// For Graphviz: an arrow from what is needed to what needs it.
[[nodiscard]] std::string needs_dot(const NeedsGraph& graph);

}  // namespace starling
