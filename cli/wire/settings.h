// Settings as JSON.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "view/view.h"

namespace starling {

// `changed` is there where something was to be changed.
[[nodiscard]] std::string settings_json(std::span<const SettingView> views, std::optional<bool> changed = {});

[[nodiscard]] std::string breaks_json(std::span<const DaySpan> breaks);

}  // namespace starling
