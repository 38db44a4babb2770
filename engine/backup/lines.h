// The lines of a text in memory.
#pragma once

#include <algorithm>
#include <string_view>

namespace starling {

// Calls `see(line, number)` for every line that is not blank, without its line feed and what an editor put there (a byte
// order mark, carriage returns); numbers from 1. What stands behind the last line feed is a line too.
template <class See>
void for_each_line(std::string_view text, See see) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) see(line, number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace starling
