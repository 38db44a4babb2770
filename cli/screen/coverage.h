// Coverage as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// On a `low` screen all sixteen principles still fit.
[[nodiscard]] std::string coverage_screen(const CoverageView& covered, const Style& style, int width, bool low);

// What is not met of the gate of month 4, line by line.
[[nodiscard]] std::string coverage_why_screen(const CoverageView& covered, const Style& style, int width);

}  // namespace starling
