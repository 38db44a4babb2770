#include "cli/screen/sheet.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/screen/sections.h"
#include "text/text.h"

namespace starling {

namespace {

std::string sheet_story(const SheetStory& each, const Style& style, int width) {
  std::string text = style.bold(paragraph(each.story->title, width, 2));
  if (!each.opening.empty()) text += paragraph(fmt::format("“{}”", each.opening), width, 4);
  for (const std::string& figure : each.figures) text += hanging("    - ", figure, width);
  return text;
}

std::string sheet_story_markdown(const SheetStory& each) {
  std::string text = fmt::format("\n### {}\n", markdown_text(each.story->title));
  if (!each.opening.empty()) text += fmt::format("\n> {}\n", markdown_text(each.opening));
  if (!each.figures.empty()) text += "\n";
  for (const std::string& figure : each.figures) text += fmt::format("- {}\n", markdown_text(figure));
  return text;
}

}  // namespace

std::string sheet_title(const SheetView& view) { return fmt::format("Sheet for {}", long_date(view.interview)); }

std::string sheet_lead(const SheetView& view) {
  if (view.stories() == 0 && view.gaps().size() == kPrincipleCount) return "No story is finished yet: starling story new TITLE.";
  return counted(view.stories(), "story", "stories") + ": openings and figures by principle.";
}

std::string sheet_gaps(const SheetView& view) {
  std::vector<std::string_view> names;
  for (const std::size_t principle : view.gaps()) names.push_back(principles()[principle].name);
  return names.empty() || names.size() == kPrincipleCount ? "" : fmt::format("{}.", fmt::join(names, "; "));
}

std::string sheet_unfinished(const SheetView& view) {
  std::vector<std::string_view> titles;
  for (const Story* story : view.unfinished) titles.push_back(story->title);
  return fmt::format("{}", fmt::join(titles, "; "));
}

std::string second_angles(const SheetPrinciple& of) {
  std::vector<std::string_view> titles;
  for (const SheetStory& each : of.stories)
    if (!each.whole) titles.push_back(each.story->title);
  return fmt::format("{}", fmt::join(titles, "; "));
}

std::string sheet_screen(const SheetView& view, const Style& style, int width) {
  std::string text = style.bold(paragraph(sheet_title(view), width)) + style.dim(paragraph(sheet_lead(view), width));
  for (const SheetPrinciple& of : view.principles) {
    if (of.stories.empty()) continue;
    text += "\n" + style.accent(shorten(principles()[of.principle].name, width)) + "\n";
    for (const SheetStory& each : of.stories)
      if (each.whole) text += sheet_story(each, style, width);
    if (const std::string second = second_angles(of); !second.empty()) text += paragraph("Second angle: " + second, width, 2);
  }
  if (const std::string gaps = sheet_gaps(view); !gaps.empty()) text += "\n" + style.accent("No story yet") + "\n" + paragraph(gaps, width, 2);
  if (const std::string rest = sheet_unfinished(view); !rest.empty())
    text += "\n" + style.accent("Not finished, not on this sheet") + "\n" + paragraph(rest, width, 2);
  return text;
}

std::string sheet_markdown(const SheetView& view) {
  std::string text = fmt::format("# {}\n\n{}\n", sheet_title(view), markdown_text(sheet_lead(view)));
  for (const SheetPrinciple& of : view.principles) {
    if (of.stories.empty()) continue;
    text += fmt::format("\n## {}\n", markdown_text(principles()[of.principle].name));
    for (const SheetStory& each : of.stories)
      if (each.whole) text += sheet_story_markdown(each);
    if (const std::string second = second_angles(of); !second.empty()) text += fmt::format("\nSecond angle: {}\n", markdown_text(second));
  }
  if (const std::string gaps = sheet_gaps(view); !gaps.empty()) text += fmt::format("\n## No story yet\n\n{}\n", markdown_text(gaps));
  if (const std::string rest = sheet_unfinished(view); !rest.empty())
    text += fmt::format("\n## Not finished, not on this sheet\n\n{}\n", markdown_text(rest));
  return text;
}

}  // namespace starling
