#include "cli/screen/stories.h"

#include <fmt/format.h>

#include "text/text.h"

namespace starling {

namespace {

std::string list_lines(const StoryView& view, const Style& style, int width) {
  const auto principle = primary_principle(*view.story);
  const std::string quality = view.quality ? fmt::format(" · quality {:.1f}", *view.quality) : "";
  std::string text = style.bold(at_both_ends(shorten(view.story->title, width - 12), state_word(view), width)) + "\n" +
                     style.dim(paragraph(fmt::format("{} · {}{} · {}", view.story->id,
                                                     principle ? principles()[*principle].name : "no primary principle",
                                                     quality, tellings_of(view)),
                                         width, 2));
  for (const std::string& lack : view.missing) text += hanging("  - ", lack, width);
  return text;
}

std::string principle_lines(const Story& story, int width) {
  std::string text;
  for (const Angle& angle : story.angles)
    text += hanging(fmt::format("  {} ", principles()[angle.principle].code),
                    fmt::format("{}{}", principles()[angle.principle].name,
                                angle.strength == Strength::Primary ? "" : " (secondary)"),
                    width);
  return text;
}

}  // namespace

std::string stories_screen(std::span<const StoryView> views, const Style& style, int width) {
  std::string text;
  for (const StoryView& view : views) text += list_lines(view, style, width);
  return text;
}

std::string story_screen(const StoryView& view, const Style& style, int width) {
  const Story& story = *view.story;
  std::string text = style.bold(paragraph(story.title, width)) + principle_lines(story, width);
  text += style.dim(paragraph(fmt::format("{}, about {} of {} · {}", counted(total_words(*view.story), "word"),
                                          clock_time(view.estimated_seconds), clock_time(view.target_seconds),
                                          tellings_of(view)),
                              width));
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const std::string name = capitalised(to_string(kSections[i]));
    text += "\n" + style.accent(at_both_ends(name, counted(view.words[i], "word"), width)) + "\n" +
            paragraph(story.sections[i].empty() ? "(nothing yet)" : std::string(trimmed(story.sections[i])), width);
  }
  if (!story.metrics.empty()) text += "\n" + style.accent("Figures") + "\n";
  for (const StoryMetric& metric : story.metrics)
    text += hanging("  - ", fmt::format("{}: {} to {}", metric.name, metric.before, metric.after), width);
  if (!story.followups.empty()) text += "\n" + style.accent("Follow-ups") + "\n";
  for (const FollowUp& followup : story.followups)
    text += hanging("  - ", followup.ask, width) + hanging("    ", followup.answer, width);
  if (!view.missing.empty()) text += "\n" + style.accent("To finish it") + "\n";
  for (const std::string& lack : view.missing) text += hanging("  - ", lack, width);
  return text;
}

}  // namespace starling
