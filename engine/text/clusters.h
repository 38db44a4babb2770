// What a reader sees as one character, and how many columns of a terminal it takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace starling {

struct Cluster {
  std::size_t begin = 0;  // bytes
  std::size_t size = 0;
  int width = 0;  // columns: 0, 1 or 2
};

// `text` is a result of `shown`. Newline and tab count one column.
[[nodiscard]] std::vector<Cluster> clusters(std::string_view text);

// For each cluster, may a line begin with it? The first may.
[[nodiscard]] std::vector<bool> line_starts(std::string_view text, const std::vector<Cluster>& clusters);

}  // namespace starling
