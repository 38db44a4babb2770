// The plans there are, one paragraph each.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string plans_screen(const PlansView& view, const Style& style, int width);

}  // namespace starling
