// A new learner's starling.toml, and an old one with other dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/calendar.h"
#include "settings/change.h"

namespace starling {

// What `init` writes of a new learner's decisions.
struct Beginning {
  std::string level = "L6";
  Day start{};
  std::optional<Day> interview;  // none: the plan's own holds
  std::optional<double> hours_per_week;
  std::string plan = {};         // empty: the usual one
};
// A starling.toml with these set and every other key but an unset interview as a comment with its default.
[[nodiscard]] std::string settings_text(const Beginning& beginning);

// An existing starling.toml with these set anew, as `set_setting` does it; an interview that is none is unset, and an
// empty plan stays what it is.
[[nodiscard]] SettingChange change_settings(std::string_view text, const Beginning& beginning);

}  // namespace starling
