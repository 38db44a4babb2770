// The settings as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "settings/settings.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

// "25", "Europe/Berlin", "[\"sunday\"]", "the system's".
[[nodiscard]] std::string setting_words(const SettingView& view);
// The value, or the default, that an undo or a redo of `set` gives its setting.
[[nodiscard]] std::string value_back(const SettingSet& set, Back direction);
// What it came to, where the setting has `value` by that: "level: back to L6", "level: L7 again", "level: stays L8".
[[nodiscard]] std::string set_back_words(const SettingSet& set, Back direction, const std::string& value);
[[nodiscard]] std::string settings_screen(std::span<const SettingView> views, const Style& style, int width);

}  // namespace starling
