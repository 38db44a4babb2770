#include "cli/screen/lint.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kWhatItCannotSee =
    "No flag does not mean a good story: the rules count words. They cannot tell a dull story from a good one, nor what is true, "
    "nor how it sounds when you tell it.";

std::string flag_lines(const LintedStory& linted, const LintFlag& flag, const Style& style, int width) {
  const bool error = flag.severity == Severity::Error;
  const std::string place = fmt::format("{}:{}:{} ", linted.story->file, flag.place.line, flag.place.column);
  const std::string rule = fmt::format("{}{}", flag.rule, error ? " (error)" : "");
  const bool beside = display_width(place + rule) <= width;
  std::string text = (beside ? place : paragraph(place, width) + "  ") + (error ? style.bad(rule) : style.warn(rule)) + "\n";
  text += paragraph(flag.text, width, 2);
  const bool said = flag.words.size() == 1 && flag.text.find(flag.words.front()) != flag.text.npos;
  if (!flag.words.empty() && !said) {
    std::string words;
    for (const std::string& word : flag.words) words += (words.empty() ? "" : ", ") + word;
    text += hanging(flag.words.size() == 1 ? "  Word: " : "  Words: ", words, width);
  }
  return text + style.dim(hanging("  Why: ", flag.why, width)) + hanging("  Do: ", flag.advice, width);
}

std::string head_lines(const LintedStory& linted, const Style& style, int width) {
  const int flags = static_cast<int>(linted.flags.size());
  const std::string found = flags == 0 ? "no flag" : counted(flags, "flag");
  return style.bold(at_both_ends(shorten(linted.story->title, width - 12), found, width)) + "\n" +
         style.dim(paragraph(fmt::format("{}{} · {} · {}, about {} of {}", linted.story->id, linted.story->draft ? " · draft" : "",
                                         linted.level, counted(linted.words, "word"), clock_time(linted.seconds),
                                         clock_time(linted.target_seconds)),
                             width, 2));
}

std::string story_lines(const LintedStory& linted, const Style& style, int width) {
  std::string text = head_lines(linted, style, width);
  for (const LintFlag& flag : linted.flags) text += "\n" + flag_lines(linted, flag, style, width);
  if (linted.story->draft) text += "\n" + paragraph("A draft: the rules for a whole text wait.", width, 2);
  if (linted.question)
    text += (linted.flags.empty() && !linted.story->draft ? "" : "\n") +
            paragraph(fmt::format("To reach {}: {}", linted.level, linted.question->question), width, 2);
  return text;
}

std::string limits_text(const LintRuleView& rule, const LintSettings& settings) {
  std::string text;
  for (const LintLimit limit : rule.limits) {
    const std::string_view key = lint_limits()[static_cast<std::size_t>(limit)].key;
    text += fmt::format("{}story.lint.{} = {:g}", text.empty() ? "" : ", ", key, settings.at(limit));
  }
  if (!rule.list.empty()) text += fmt::format("{}story.lint.{}", text.empty() ? "" : ", ", rule.list);
  return text;
}

}  // namespace

std::string lint_screen(const LintView& view, const Style& style, int width) {
  std::string text;
  for (const Problem& problem : view.problems) text += style.bad(shown(to_line(problem))) + "\n";
  for (const LintedStory& linted : view.stories) text += (text.empty() ? "" : "\n") + story_lines(linted, style, width);
  const bool any_clean = std::ranges::any_of(view.stories, [](const LintedStory& each) { return each.flags.empty(); });
  if (view.stories.size() > 1) {
    const auto with = std::ranges::count_if(view.stories, [](const LintedStory& each) { return !each.flags.empty(); });
    text += "\n" + paragraph(fmt::format("{}, {} with a flag, {}.", counted(static_cast<int>(view.stories.size()), "story", "stories"),
                                         with, counted(static_cast<int>(view.flags()), "flag")),
                             width);
  }
  return any_clean ? text + "\n" + paragraph(kWhatItCannotSee, width) : text;
}

std::string lint_rules_screen(std::span<const LintRuleView> rules, const LintSettings& settings, const Style& style, int width) {
  std::string text;
  for (const LintRuleView& rule : rules) {
    text += (text.empty() ? "" : "\n") + style.bold(std::string(rule.id)) + (rule.off ? " (off)" : "") + "\n";
    text += paragraph(rule.definition, width, 2);
    if (const std::string limits = limits_text(rule, settings); !limits.empty()) text += style.dim(paragraph(limits, width, 2));
  }
  return text + "\n" + paragraph("Another limit: starling config story.lint.short_words 150. A rule less: starling config story.lint.off "
                                 "passive. These are a coach's defaults and nobody's law.", width);
}

}  // namespace starling
