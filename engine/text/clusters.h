// What a reader sees as one character, and how many columns of a terminal it takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

struct Cluster {
  std::size_t begin = 0;  // bytes
  std::size_t size = 0;
  int width = 0;  // columns: 0, 1 or 2
};

// The text as it may go to a terminal: control characters, bidirectional overrides and bytes that are not UTF-8
// are U+FFFD; every kind of line end is a newline; tabs stay.
[[nodiscard]] std::string shown(std::string_view text);

// `text` is a result of `shown`. Newline and tab count one column.
[[nodiscard]] std::vector<Cluster> clusters(std::string_view text);

// For each cluster, may a line begin with it? The first may.
[[nodiscard]] std::vector<bool> line_starts(std::string_view text, const std::vector<Cluster>& clusters);

}  // namespace starling
