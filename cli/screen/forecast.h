// The coming days as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// Day by day as far as `rows` reach, then by weeks.
[[nodiscard]] std::string forecast_screen(const ForecastView& forecast, const Style& style, int width, int rows);

}  // namespace starling
