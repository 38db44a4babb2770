// What is copied from a screen as one: commands of this program and ids. A line breaks inside neither where it fits on one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace starling {

// Bytes of a text.
struct WholePiece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// "starling story edit night-pages": from the name of the program to the last word that is an argument by its looks. Prose
// that follows without a sign between may be taken for one.
[[nodiscard]] std::vector<WholePiece> commands_in(std::string_view text);
// Words in small letters that a hyphen, a stroke or an underscore joins, with the signs around them: "(w01-d1-plan)",
// "stories/night-pages.toml"; and paths from the root or from "~", whatever their letters.
[[nodiscard]] std::vector<WholePiece> ids_in(std::string_view text);

}  // namespace starling
