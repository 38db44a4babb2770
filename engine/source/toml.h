// A TOML document as plain values that remember where they stood.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/calendar.h"
#include "source/problem.h"

namespace starling {

struct TomlValue;
struct TomlMember;

using TomlArray = std::vector<TomlValue>;
struct TomlTable {
  std::vector<TomlMember> members;  // sorted by key
  int line = 1;
  int column = 1;
};

struct TomlValue {
  // Times and date-times are not part of any Starling file and are read as monostate.
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Day, TomlArray, TomlTable> what;
  int line = 1;
  int column = 1;
};

struct TomlMember {
  std::string key;
  TomlValue value;
  int line = 1;  // where the key's value stands
  int column = 1;
};

struct TomlDocument {
  std::optional<TomlTable> root;   // absent when the text does not parse
  std::vector<Problem> problems;
};

// Largest text read as TOML; a larger one is a problem, not a crash.
inline constexpr std::size_t kMaxTomlBytes = 8 * 1024 * 1024;

// Never throws for any text. A text that is not UTF-8, not TOML, nests too deep (in brackets or by the dots of a
// key) or holds control characters other than tab and newline, in a string or a key, has a problem at the place
// where it goes wrong; so has one with both sides of a conflict of git, also where these stand inside a string.
[[nodiscard]] TomlDocument parse_toml(std::string_view text, std::string_view file);

// The same of a text that says at its top by which `schema` it is written. Of one above `known` that is the one problem: what
// else it may say is not known here, so nobody reads it and nobody writes into it.
[[nodiscard]] TomlDocument parse_toml(std::string_view text, std::string_view file, std::int64_t known);

// Whether git wrote the line around a side of a conflict.
[[nodiscard]] bool is_conflict_marker(std::string_view line);

}  // namespace starling
