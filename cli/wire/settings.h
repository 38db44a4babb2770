// Settings as JSON.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "view/view.h"

namespace starling {

// What came of a change, and the warnings that the file did not have before it.
struct SettingsNews {
  bool changed = false;
  std::vector<std::string> warnings;
};
// `news` is there where something was to be changed.
[[nodiscard]] std::string settings_json(std::span<const SettingView> views, const std::optional<SettingsNews>& news = {});

// `recall` on the day of the interview, before a change and after it.
[[nodiscard]] std::string breaks_json(std::span<const DaySpan> breaks, const std::optional<std::array<double, 2>>& recall,
                                      std::span<const std::string> warnings);

}  // namespace starling
