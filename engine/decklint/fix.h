// What of a deck file can be mended without a person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace starling {

struct DeckFix {
  std::string text;                  // of the whole file
  std::vector<std::string> changed;  // a line each; empty: nothing to mend, or it cannot be mended safely
};
// What was mended in a file that was written again.
struct MendedFile {
  std::string file;
  std::vector<std::string> changed;
};
// Ends of lines, blanks at the ends of lines outside of texts, the order of tags, and the right option where it is the
// first of every choice. Whatever else the file says stays byte for byte; a file with a mistake stays as it is.
[[nodiscard]] DeckFix fixed_deck(std::string_view text, std::string_view file);

}  // namespace starling
