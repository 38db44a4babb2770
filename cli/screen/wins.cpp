#include "cli/screen/wins.h"

#include <fmt/format.h>

#include "text/text.h"

namespace starling {

std::string facts_of(const Win& win) {
  std::string text = to_string(win.day);
  std::string tags = win.what.kind;
  for (const std::string& tag : win.what.tags) tags += (tags.empty() ? "" : ", ") + tag;
  if (!tags.empty()) text += " · " + tags;
  if (win.what.year) text += fmt::format(" · {}", *win.what.year);
  return text;
}

std::string wins_screen(std::span<const Win> wins, bool any, const Style& style, int width) {
  if (wins.empty())
    return paragraph(any ? "No win is like that." : "No wins yet. Keep one while it is fresh: starling win TEXT", width) +
           (any ? "" : paragraph("Twenty prompts that bring some back: starling story mine", width));
  std::string text;
  for (const Win& win : wins) {
    text += hanging(fmt::format("{:>3} ", win.number), win.what.text, width);
    text += style.dim(hanging("    ", facts_of(win) + (win.story.empty() ? "" : fmt::format(" · story {}", win.story)), width));
  }
  return text;
}

std::string mined_screen(std::span<const MinedPrompt> prompts, const Style& style, int width) {
  std::string text;
  int number = 0;
  for (const MinedPrompt& mined : prompts) {
    text += hanging(fmt::format("{:>3} ", ++number), mined.prompt.text, width);
    if (mined.win) text += style.dim(hanging("    ", fmt::format("win {}: {}", mined.win->number, shorten(mined.win->what.text, width - 12)), width));
  }
  return text + "\n" + paragraph("Answer one: starling win TEXT. At a terminal they are asked one after the other.", width);
}

}  // namespace starling
