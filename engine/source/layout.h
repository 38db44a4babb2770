// Where the assignments and tables of a TOML text stand, byte by byte. Nothing is interpreted, so that everything that
// is not changed can stay as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

using KeyPath = std::vector<std::string>;

// Offsets are bytes of the text.
struct PlacedValue {
  KeyPath path;           // with that of its table
  std::size_t table = 0;  // in `tables`
  std::size_t mark = 0;   // of the "#" where it is commented out, else of the key
  std::size_t key = 0;
  std::size_t value = 0;
  std::size_t end = 0;    // behind the value
  bool commented = false;
  bool inner = false;     // stands between the braces of another one, which comes before it
};

struct PlacedTable {
  KeyPath path;          // empty: the top of the file
  std::size_t body = 0;  // behind its heading's line
};

struct TextLayout {
  std::vector<PlacedTable> tables;  // the top first
  std::vector<PlacedValue> values;  // in the order of the text
};

// Of any text; what is no TOML is passed over line by line.
[[nodiscard]] TextLayout layout_of(std::string_view text);

}  // namespace starling
