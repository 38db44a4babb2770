// What the rules found in one story.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "lint/lint_settings.h"
#include "source/source.h"
#include "story/story.h"

namespace starling {

struct LintFlag {
  std::string_view rule;
  Severity severity = Severity::Warning;
  std::optional<Section> section;  // nothing where it is about the whole
  FilePoint place;
  std::vector<std::string> words;  // as they first stand in the text, the first few
  std::string text;                // what is so, with figures
  std::string_view why;            // it matters in the room
  std::string_view advice;
};

// A question of an interview that this story answered.
struct StoryUse {
  std::string debrief;  // which interview: questions of one share it
  std::string question;
};

struct LintContext {
  Day today{};
  int words_per_minute = 140;
  std::span<const StoryUse> uses = {};  // of this story
};

// In the order of their places; those of rules that are off are left out. `file` is the text that the story was read
// from. Of a draft only what is written so far is looked at: rules that need the whole or an unwritten section wait.
[[nodiscard]] std::vector<LintFlag> lint(const Story& story, std::string_view file, const LintSettings& settings,
                                     const LintContext& context);

// Words of all sections as the lint counts them: a sign of percent that stands alone is spoken and counts as well.
[[nodiscard]] int lint_words(const Story& story);

}  // namespace starling
