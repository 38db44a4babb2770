#include "cli/page/loop.h"

#include <fmt/format.h>

#include "cli/page/document.h"
#include "cli/page/section.h"
#include "cli/page/sheet.h"
#include "cli/screen/loop.h"
#include "page_style.h"

namespace starling {

namespace {

std::string sheet_story_html(const SheetStory& each, bool backup) {
  std::string text = html_element("h3", html_text(fmt::format("{}{}", backup ? "Backup: " : "", each.story->title)));
  if (!each.opening.empty()) text += html_element("p", "opening", html_text(fmt::format("“{}”", each.opening)));
  std::string figures;
  for (const std::string& figure : each.figures) figures += fmt::format("<li dir=\"auto\">{}</li>\n", html_text(figure));
  if (!figures.empty()) text += html_element("ul", "\n" + figures);
  return html_element("article", "\n" + text);
}

std::string sheet_place_html(const RoundSheetPlace& place) {
  std::string text = html_element("h2", html_text(principles()[place.principle].name));
  if (const std::string lack = sheet_place_lack(place); !lack.empty()) text += html_element("p", html_text(lack));
  for (std::size_t i = 0; i < place.stories.size(); ++i) text += sheet_story_html(place.stories[i], i > 0);
  return html_element("section", "\n" + text);
}

std::string questions_html(const RoundSheetView& view) {
  std::string list;
  for (const std::string_view question : view.questions) list += html_element("li", html_text(question));
  return html_element("section", "\n" + html_element("h2", "To ask") + html_element("ul", "\n" + list));
}

}  // namespace

std::string loop_page(const LoopView& view) {
  std::string body = html_element("p", "lead", html_text(loop_lead(view)));
  if (const std::string source = loop_source(view); !source.empty()) body += html_element("p", "lead", html_text(source));
  std::string sections;
  for (const ReportSection& section : loop_sections(view)) sections += section_html(section);
  body += html_element("div", "sections", "\n" + sections);
  return html_document({loop_title(view), body, page_style::report});
}

std::string round_sheet_page(const RoundSheetView& view) {
  const Round& round = view.round.round;
  std::string body = html_element("p", "lead", html_text(round_facts(round)));
  if (const std::string lack = sheet_round_lack(view); !lack.empty()) body += html_element("p", html_text(lack));
  std::string columns;
  for (const RoundSheetPlace& place : view.places) columns += sheet_place_html(place);
  columns += questions_html(view);
  body += html_element("div", "columns", "\n" + columns);
  // Half of it is room between the columns and below short ones.
  const std::string style = sheet_style(2 * columns.size()) + "@media print { .columns { columns: 2; } }\n";
  return html_document({round.title, body, style});
}

}  // namespace starling
