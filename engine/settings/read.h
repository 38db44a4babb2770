// starling.toml as it is read, with what is wrong in it by line and column.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "settings/decisions.h"
#include "source/source.h"

namespace starling {

struct SettingsFile {
  std::optional<Settings> settings;  // absent when anything in the file is wrong
  std::vector<Problem> problems;     // warnings too: hours outside 15 to 20
};
[[nodiscard]] SettingsFile read_settings(std::string_view text, std::string_view file);

// "2026-12-24..2027-01-02", or one day; at most a year and a day long.
[[nodiscard]] std::optional<DaySpan> parse_day_span(std::string_view text);

// "10m", "90s" is not allowed, "2h", "1d"; 1 minute to 30 days.
[[nodiscard]] std::optional<std::chrono::minutes> parse_step(std::string_view text);

}  // namespace starling
