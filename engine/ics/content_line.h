// The lines of RFC 5545: text as a value, and long lines folded.
#pragma once

#include <string>
#include <string_view>

namespace starling {

inline constexpr std::size_t kLineOctets = 75;  // of a line, without its end

// The text as a calendar can carry it: every kind of line end is a newline, tabs stay, other control characters and bytes
// that are not UTF-8 are U+FFFD.
[[nodiscard]] std::string calendar_text(std::string_view text);

// A value of the type TEXT: backslash, comma, semicolon and newline escaped. `text` is a calendar_text.
[[nodiscard]] std::string ics_value(std::string_view text);

// One line of content with CRLF behind it, folded so that no line is longer than kLineOctets and no character is cut.
[[nodiscard]] std::string ics_line(std::string_view line);

}  // namespace starling
