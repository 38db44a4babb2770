// Settings as JSON.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>

#include "view/view.h"

namespace starling {

// `changed` is there where something was to be changed.
[[nodiscard]] std::string settings_json(std::span<const SettingView> views, std::optional<bool> changed = {});

// `recall` on the day of the interview, before a change and after it.
[[nodiscard]] std::string breaks_json(std::span<const DaySpan> breaks, const std::optional<std::array<double, 2>>& recall);

}  // namespace starling
