// Text from outside as a value of a TOML file that is written for the learner.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// Control characters other than tab and newline may stand in no file of ours, not even escaped, so a blank takes
// their place; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string without_controls(std::string_view text);

// A TOML string in quotes, on one line. `text` is without controls.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace starling
