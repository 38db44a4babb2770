// Mock interviews, their feedback, and what is measured, as lines.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string mocks_screen(const MocksView& view, const Style& style, int width);
[[nodiscard]] std::string feedback_screen(std::span<const FeedbackPoint> points, Day since, const Style& style, int width);
[[nodiscard]] std::string metrics_screen(std::span<const MetricView> views, const Style& style, int width);

}  // namespace starling
