#include "cli/win_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/report.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

std::string win_text(std::string_view typed) {
  std::string text = without_controls(typed);
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return std::string(trimmed(text));
}

std::string why_no_win(std::string_view text) {
  const std::size_t letters = to_characters(text).size();
  if (letters >= kShortestWin && letters <= kLongestWin) return "";
  return fmt::format("a win is one line of {} to {} letters, and this has {}", kShortestWin, kLongestWin, letters);
}

}  // namespace starling
