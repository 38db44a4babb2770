#include "cli/screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "text/text.h"

namespace starling {

std::string Style::wrap(bool on, std::string_view code, std::string_view text) {
  if (!on) return std::string(text);
  std::string result;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!line.empty()) result += fmt::format("\x1b[{}m{}\x1b[0m", code, line);
    text.remove_prefix(line.size());
    if (!text.empty()) result += '\n', text.remove_prefix(1);
  }
  return result;
}

std::string at_both_ends(std::string_view left, std::string_view right, int width) {
  const int gap = width - display_width(left) - display_width(right);
  if (right.empty()) return std::string(left);
  if (gap < 2) return fmt::format("{}\n{}", left, right);
  return fmt::format("{}{:{}}{}", left, "", gap, right);
}

std::string hanging(std::string_view first, std::string_view text, int width) {
  const int indent = display_width(first);
  // Behind a label that takes more than half of the line there is room for single words alone.
  if (indent * 2 > width && indent + display_width(text) > width) {
    const std::size_t lead = std::min(first.find_first_not_of(' '), first.size());
    const std::size_t end = first.find_last_not_of(' ');
    return fmt::format("{}\n", first.substr(0, end == first.npos ? 0 : end + 1)) + paragraph(text, width, static_cast<int>(lead) + 2);
  }
  std::string result;
  for (const std::string& line : starling::wrap(text, std::max(10, width - indent))) {
    if (result.empty())
      result = fmt::format("{}{}\n", first, line);
    else
      result += fmt::format("{:{}}{}\n", "", indent, line);
  }
  return result;
}

std::string paragraph(std::string_view text, int width, int indent) {
  std::string result;
  for (const std::string& line : starling::wrap(text, std::max(10, width - indent)))
    result += line.empty() ? "\n" : fmt::format("{:{}}{}\n", "", indent, line);
  return result;
}

std::string code_lines(std::string_view code, int width, int indent) {
  std::string result;
  for (const std::string& line : wrap_code(code, width - indent)) result += fmt::format("{:{}}{}\n", "", indent, line);
  return result;
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string bar(double share, int width) {
  const int full = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * width));
  return std::string(static_cast<std::size_t>(full), '#') + std::string(static_cast<std::size_t>(width - full), '-');
}

}  // namespace starling
