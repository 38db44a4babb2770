// A line of a list and a gate that say the same are one thing: a tick of either counts for both.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "plan/parts.h"

namespace starling {

// The gate and the lines that are one thing with `id`, itself among them.
[[nodiscard]] std::vector<std::string_view> one_with(const Plan& plan, std::string_view id);
// When one of these was ticked last; nothing where none was.
[[nodiscard]] std::optional<Day> ticked_on(const Plan& plan, const PlanProgress& progress, std::string_view id);

}  // namespace starling
