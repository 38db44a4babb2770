// What the lint says of stories, for lists and pages.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"
#include "source/source.h"
#include "story/story.h"
#include "view/standpoint.h"

namespace starling {

struct StoryText {
  const Story* story = nullptr;  // of the library
  std::string file;              // the text that it was read from
};

struct LintedStory {
  const Story* story = nullptr;
  std::vector<LintFlag> flags;
  std::optional<MissingFact> question;
  std::string level;  // the story's own, else the learner's
  int words = 0;
  int seconds = 0;         // as it would be told
  int target_seconds = 0;
};

struct LintView {
  std::vector<LintedStory> stories;
  std::vector<Problem> problems;  // of story files that are wrong
  [[nodiscard]] bool is_clean() const;  // nothing was found
  [[nodiscard]] std::size_t flags() const;
};
// By all rules that are not off, or by `rule` alone, off or not.
[[nodiscard]] LintView lint_view(const Standpoint& from, std::span<const StoryText> texts, std::vector<Problem> problems,
                                 std::optional<std::string_view> rule);

}  // namespace starling
