// A report as sections of lines, which a window shows in its width and Markdown as lists and tables.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/screen.h"

namespace starling {

// A section has one or several of these, shown in this order.
struct ReportSection {
  std::string title;
  std::vector<std::pair<std::string, std::string>> figures;  // "Designs", "1 of 5"
  std::vector<std::vector<std::string>> table;               // the first row is the head; the first column words
  std::vector<std::string> points;
  std::string remark;
  std::string lead = "";  // a sentence before all of it
};

// `text` on one line, its signs of Markdown standing for themselves.
[[nodiscard]] std::string markdown_text(std::string_view text);
[[nodiscard]] std::string section_text(const ReportSection& section, const Style& style, int width);
[[nodiscard]] std::string section_markdown(const ReportSection& section);

}  // namespace starling
