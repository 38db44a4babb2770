#include "cli/page/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/page/document.h"
#include "cli/screen/sheet.h"
#include "page_style.h"

namespace starling {

namespace {

std::string story_html(const SheetStory& each) {
  std::string text = html_element("h3", html_text(each.story->title));
  if (!each.opening.empty()) text += html_element("p", "opening", html_text(fmt::format("“{}”", each.opening)));
  std::string figures;
  for (const std::string& figure : each.figures) figures += fmt::format("<li dir=\"auto\">{}</li>\n", html_text(figure));
  if (!figures.empty()) text += html_element("ul", "\n" + figures);
  return html_element("article", "\n" + text);
}

std::string principle_html(const SheetPrinciple& of) {
  std::string text = html_element("h2", html_text(principles()[of.principle].name));
  for (const SheetStory& each : of.stories)
    if (each.whole) text += story_html(each);
  if (const std::string second = second_angles(of); !second.empty())
    text += html_element("p", "second", "<b>Second angle:</b> " + html_text(second));
  return html_element("section", "\n" + text);
}

std::string note_html(std::string_view title, const std::string& said) {
  if (said.empty()) return "";
  return html_element("section", "\n" + html_element("h2", html_text(title)) + html_element("p", html_text(said)));
}

std::size_t letters_of(const SheetView& view) {
  constexpr std::size_t kLine = 40;  // a heading or the rest of a line
  std::size_t letters = sheet_gaps(view).size() + sheet_unfinished(view).size();
  for (const SheetPrinciple& of : view.principles) {
    letters += 2 * kLine + second_angles(of).size();
    for (const SheetStory& each : of.stories) {
      if (!each.whole) continue;
      letters += each.story->title.size() + each.opening.size() + kLine;
      for (const std::string& figure : each.figures) letters += figure.size() + kLine / 2;
    }
  }
  return letters;
}

// In points, so that the letters fill most of a sheet of Letter or A4: the room of a letter grows with the square.
double size_of_print(std::size_t letters) {
  constexpr double kRoom = 410'000;  // letters of one point
  return std::clamp(std::sqrt(kRoom / static_cast<double>(std::max<std::size_t>(letters, 1))), 5.5, 10.0);
}

}  // namespace

std::string sheet_page(const SheetView& view) {
  std::string columns;
  for (const SheetPrinciple& of : view.principles)
    if (!of.stories.empty()) columns += principle_html(of);
  columns += note_html("No story yet", sheet_gaps(view)) + note_html("Not finished, not on this sheet", sheet_unfinished(view));
  const std::string body = html_element("p", "lead", html_text(sheet_lead(view))) + html_element("div", "columns", "\n" + columns);
  const std::string style = sheet_style(letters_of(view));
  return html_document({sheet_title(view), body, style});
}

std::string sheet_style(std::size_t letters) {
  return fmt::format("{}body {{ --print: {:.1f}pt; }}\n", page_style::sheet, size_of_print(letters));
}

}  // namespace starling
