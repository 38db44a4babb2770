#include "cli/page/section.h"

#include <fmt/format.h>

#include "cli/page/document.h"

namespace starling {

namespace {

std::string cell(std::string_view name, std::string_view scope, std::string_view text) {
  if (scope.empty()) return fmt::format("<{0}>{1}</{0}>", name, html_text(text));
  return fmt::format("<{0} scope=\"{1}\">{2}</{0}>", name, scope, html_text(text));
}

// The corner above the first column has no words, and so is no heading.
std::string head_row(const std::vector<std::string>& row) {
  std::string text = row.front().empty() ? cell("td", "", "") : cell("th", "col", row.front());
  for (std::size_t i = 1; i < row.size(); ++i) text += cell("th", "col", row[i]);
  return html_element("tr", text);
}

std::string body_row(const std::vector<std::string>& row) {
  std::string text = cell("th", "row", row.front());
  for (std::size_t i = 1; i < row.size(); ++i) text += cell("td", "", row[i]);
  return html_element("tr", text);
}

std::string table_html(const ReportSection& section) {
  std::string body;
  for (std::size_t i = 1; i < section.table.size(); ++i) body += body_row(section.table[i]);
  const std::string table = html_element("caption", html_text(section.title)) + html_element("thead", head_row(section.table.front())) +
                            html_element("tbody", body);
  return html_element("div", "wide", "\n" + html_element("table", "\n" + table));
}

std::string figures_html(const ReportSection& section) {
  std::string list;
  for (const auto& [label, value] : section.figures)
    list += html_element("div", html_element("dt", html_text(label)) + html_element("dd", html_text(value)));
  return html_element("dl", "\n" + list);
}

std::string points_html(const ReportSection& section) {
  std::string list;
  for (const std::string& point : section.points) list += fmt::format("<li dir=\"auto\">{}</li>\n", html_text(point));
  return html_element("ul", "\n" + list);
}

}  // namespace

std::string section_html(const ReportSection& section, int heading) {
  std::string text = html_element(fmt::format("h{}", heading), html_text(section.title));
  if (!section.lead.empty()) text += html_element("p", html_text(section.lead));
  if (!section.figures.empty()) text += figures_html(section);
  if (!section.table.empty()) text += table_html(section);
  if (!section.points.empty()) text += points_html(section);
  if (!section.remark.empty()) text += html_element("p", "remark", html_text(section.remark));
  return html_element("section", "\n" + text);
}

}  // namespace starling
