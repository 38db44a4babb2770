// The ways to go on with the plan, side by side.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string replan_screen(const ReplanView& view, const Style& style, int width);
// One of them with all that would come of it.
[[nodiscard]] std::string replan_option_screen(const ReplanView& view, const ReplanOption& option, const Style& style,
                                               int width);

}  // namespace starling
