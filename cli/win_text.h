// A line that is to be kept as a win.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// On one line, without control characters and blanks at the ends.
[[nodiscard]] std::string win_text(std::string_view typed);
// A sentence without a full stop; empty: it can be kept.
[[nodiscard]] std::string why_no_win(std::string_view text);

}  // namespace starling
