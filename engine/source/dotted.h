// What of a text can be seen without parsing it: quotes that nobody closed, and keys such as a.b.c that go too deep. The
// TOML library bounds nested brackets but not dotted keys, and takes its tables apart by recursion: a few kilobytes of
// "a.a.a.…" would use up the stack.
#pragma once

#include <optional>
#include <string_view>

namespace starling {

// Parts that a dotted key may have; Starling's own files need two.
inline constexpr int kMaxKeyParts = 16;

// The rest of `text` from the dot that makes a key too deep. Agrees with TOML as far as the text is TOML.
[[nodiscard]] std::optional<std::string_view> too_deep_key(std::string_view text);

// The rest of `text` from three quotes on that no three quotes close.
[[nodiscard]] std::optional<std::string_view> open_quotes(std::string_view text);

}  // namespace starling
