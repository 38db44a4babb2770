#include "cli/screen/sections.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kIndent = 2;

using Table = std::vector<std::vector<std::string>>;

std::vector<int> widths_of(const Table& table) {
  std::vector<int> widths(table.front().size());
  for (const auto& row : table)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  return widths;
}

std::string right_of(const std::string& text, int width) {
  return std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ') + text;
}

// As many columns beside the first as fit; the others below in a table of their own.
std::string table_text(const Table& table, const Style& style, int width) {
  const std::vector<int> widths = widths_of(table);
  std::string text;
  for (std::size_t begin = 1; begin < widths.size();) {
    std::size_t end = begin;
    int used = kIndent + widths[0];
    while (end < widths.size() && (end == begin || used + 2 + widths[end] <= width)) used += 2 + widths[end++];
    for (const auto& row : table) {
      std::string line = std::string(kIndent, ' ') + padded(row[0], widths[0]);
      for (std::size_t i = begin; i < end; ++i) line += "  " + right_of(row[i], widths[i]);
      text += (&row == &table.front() ? style.dim(line) : line) + "\n";
    }
    begin = end;
  }
  return text;
}

std::string figure_text(const std::pair<std::string, std::string>& figure, int width) {
  constexpr int kLabels = 24;
  if (width >= 60) return hanging(std::string(kIndent, ' ') + padded(figure.first, kLabels), figure.second, width);
  return hanging(std::string(kIndent, ' ') + figure.first + ": ", figure.second, width);
}

std::string table_markdown(const Table& table) {
  std::string text;
  for (const auto& row : table) {
    for (const std::string& cell : row) text += "| " + markdown_text(cell) + " ";
    text += "|\n";
    if (&row != &table.front()) continue;
    for (std::size_t i = 0; i < row.size(); ++i) text += i == 0 ? "| --- " : "| ---: ";
    text += "|\n";
  }
  return text;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string safe;
  for (const char c : shown(text)) {
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) safe += '\\';
    safe += c == '\n' ? ' ' : c;
  }
  return safe;
}

std::string section_text(const ReportSection& section, const Style& style, int width) {
  std::string text = "\n" + style.accent(shorten(section.title, width)) + "\n";
  if (!section.lead.empty()) text += paragraph(section.lead, width, kIndent);
  for (const auto& figure : section.figures) text += figure_text(figure, width);
  if (!section.table.empty()) text += table_text(section.table, style, width);
  for (const std::string& point : section.points) text += hanging("  - ", shown(point), width);
  if (!section.remark.empty()) text += style.dim(paragraph(section.remark, width, kIndent));
  return text;
}

std::string section_markdown(const ReportSection& section) {
  std::string text = fmt::format("\n## {}\n\n", markdown_text(section.title));
  const bool alone = section.points.empty() && section.figures.empty() && section.table.empty();
  if (!section.lead.empty()) text += markdown_text(section.lead) + (alone ? "\n" : "\n\n");
  for (const auto& [label, value] : section.figures) text += fmt::format("- {}: {}\n", markdown_text(label), markdown_text(value));
  if (!section.table.empty()) text += (section.figures.empty() ? "" : "\n") + table_markdown(section.table);
  if (!section.points.empty() && !section.table.empty()) text += "\n";
  for (const std::string& point : section.points) text += fmt::format("- {}\n", markdown_text(point));
  if (!section.remark.empty()) text += (text.ends_with("\n\n") ? "" : "\n") + markdown_text(section.remark) + "\n";
  return text;
}

}  // namespace starling
