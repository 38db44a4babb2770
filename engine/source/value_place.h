// Where a piece of a string value stands in the TOML text that it was read from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/layout.h"

namespace starling {

// A key of a table: {"sections", "action"}; of [[followup]] the one of the `nth` heading, from 0.
struct ValueName {
  std::string_view table;
  std::string_view key;
  std::size_t nth = 0;
};

// Of a value, in bytes as it was read.
struct ValuePiece {
  std::size_t begin = 0;
  std::size_t size = 0;
};

struct FilePoint {
  int line = 1;    // counts from 1
  int column = 1;  // counts from 1, in characters
  bool operator==(const FilePoint&) const = default;
};

// Of byte `offset` of a text.
[[nodiscard]] FilePoint point_at(std::string_view text, std::size_t offset);

// Where `piece` of `value` begins; `value` is what was read at that key of `file`, whose layout is `layout`. Line breaks
// and escapes are seen through; where the text of the file says something else the same words are looked for. Without a
// piece, or where it is not found, the key's own place; without the key the heading of its table; else the beginning.
[[nodiscard]] FilePoint place_of_piece(std::string_view file, const TextLayout& layout, const ValueName& name,
                                       std::string_view value, std::optional<ValuePiece> piece);

// A string of TOML, in its quotes, as it is read; empty where it is none.
struct DecodedString {
  std::string text;
  std::vector<std::size_t> places;  // of each byte of `text`, from the opening quote
};
[[nodiscard]] DecodedString decoded(std::string_view quoted);

}  // namespace starling
