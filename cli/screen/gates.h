// Gates and gaps as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string gates_screen(const GatesView& view, const Style& style, int width);
[[nodiscard]] std::string weak_screen(const WeakView& view, const Style& style, int width);

// "30 minutes", "4.5 of 5", "High": a value of a metric as people say it.
[[nodiscard]] std::string value_words(const Metric& metric, double value);

}  // namespace starling
