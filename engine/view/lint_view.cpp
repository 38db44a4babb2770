#include "view/lint_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "view/story_view.h"

namespace starling {

namespace {

LintSettings rules_wanted(const Settings& settings, std::optional<std::string_view> rule) {
  LintSettings wanted = settings.lint;
  if (!rule) return wanted;
  wanted.off.assign(kLintRules.begin(), kLintRules.end());
  std::erase(wanted.off, *rule);
  return wanted;
}

// The questions of one day are those of one interview.
std::vector<StoryUse> uses_of(const PlanProgress& progress, const Story& story) {
  std::vector<StoryUse> uses;
  for (const auto& each : progress.debriefed)
    if (each.what.story == story.id) uses.push_back({to_string(each.day), each.what.question});
  return uses;
}

LintedStory linted(const Standpoint& from, const StoryText& text, const LintSettings& settings, int words_a_minute) {
  const Story& story = *text.story;
  const auto uses = uses_of(from.progress, story);
  LintedStory result{&story, lint(story, text.file, settings, {from.now.day, words_a_minute, uses}), {}, "", 0, 0, 0};
  result.level = story.level.empty() ? from.settings.level : story.level;
  result.question = missing_fact(story, result.level);
  result.words = lint_words(story);
  result.seconds = static_cast<int>(std::lround(result.words * 60.0 / std::max(1, words_a_minute)));
  result.target_seconds = target_of(story, kStandardVariant, from.settings.target_seconds);
  return result;
}

}  // namespace

bool LintView::is_clean() const { return problems.empty() && flags() == 0; }

std::size_t LintView::flags() const {
  std::size_t count = 0;
  for (const LintedStory& each : stories) count += each.flags.size();
  return count;
}

LintView lint_view(const Standpoint& from, std::span<const StoryText> texts, std::vector<Problem> problems,
                   std::optional<std::string_view> rule) {
  const LintSettings settings = rules_wanted(from.settings, rule);
  LintView view{{}, std::move(problems)};
  const int words_a_minute = spoken_by(from);
  for (const StoryText& text : texts) view.stories.push_back(linted(from, text, settings, words_a_minute));
  return view;
}

}  // namespace starling
