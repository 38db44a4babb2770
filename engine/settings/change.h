// One key of a starling.toml set anew, in its place: comments, order, line ends and everything else stay byte for byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starling {

struct SettingChange {
  std::string text;   // of the whole file; as it was where something is wrong
  std::string wrong;  // one sentence without a full stop; empty: it went well
};

// `key` by its whole name, `value` as TOML. A line that holds it as a comment is uncommented, and what is not there is
// put into its table. The result is one that can be read, and means the same but for this key; a file that could not
// be read before may be mended by it.
[[nodiscard]] SettingChange set_setting(std::string_view text, std::string_view key, std::string_view value);

// Its line becomes a comment with the default, or with what stood there where there is none; between braces the default
// is written out.
[[nodiscard]] SettingChange unset_setting(std::string_view text, std::string_view key);

// Its value, where the text sets it.
[[nodiscard]] std::optional<std::string> written_setting(std::string_view text, std::string_view key);

}  // namespace starling
