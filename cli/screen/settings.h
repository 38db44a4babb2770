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
// What an undo or a redo of `set` came to, where `now` are the settings by that: "level: back to L6", "level: L7 again",
// "level: stays L8".
[[nodiscard]] std::string set_back_words(const SettingSet& set, Back direction, const Settings& now);
[[nodiscard]] std::string settings_screen(std::span<const SettingView> views, const Style& style, int width);

}  // namespace starling
