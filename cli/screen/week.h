// The plan and its weeks as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// Every week, by phase.
[[nodiscard]] std::string plan_screen(std::span<const PlanRow> rows, const Style& style, int width);
// One week day by day.
[[nodiscard]] std::string plan_week_screen(const PlanWeekView& view, const Style& style, int width);

}  // namespace starling
