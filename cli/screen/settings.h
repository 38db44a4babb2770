// The settings as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// "25", "Europe/Berlin", "[\"sunday\"]", "the system's".
[[nodiscard]] std::string setting_words(const SettingView& view);
[[nodiscard]] std::string settings_screen(std::span<const SettingView> views, const Style& style, int width);

}  // namespace starling
