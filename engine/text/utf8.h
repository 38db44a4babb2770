// UTF-8 by hand: most of what is read is plain ASCII, and none of that should wait for a Unicode library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace starling {

inline constexpr char32_t kReplacement = 0xFFFD;

[[nodiscard]] bool is_ascii(std::string_view text);

// ASCII from blank to tilde: every byte is a column.
[[nodiscard]] bool is_plain_ascii(std::string_view text);

// The character at `at`, which moves behind it. A byte that belongs to no character is U+FFFD of its own.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);

[[nodiscard]] std::u32string to_characters(std::string_view text);

// With the ASCII letters in lower case and all else as it is.
[[nodiscard]] std::string ascii_lower(std::string_view text);

void append_character(std::string& text, char32_t character);

}  // namespace starling
