// The questions of an interviewer: how well each is known, and what could be told for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/practice.h"
#include "view/practice_state.h"
#include "view/standpoint.h"

namespace starling {

struct InterviewQuestionView {
  const InterviewQuestion* question = nullptr;  // of the library
  PracticeState state;
  std::vector<const Story*> stories;  // as stories_for; of the library
};
// In the order of the library.
[[nodiscard]] std::vector<InterviewQuestionView> interview_question_views(const Standpoint& from);
[[nodiscard]] InterviewQuestionView interview_question_view(const Standpoint& from, const InterviewQuestion& question);

struct InterviewQuestionFilter {
  std::optional<std::size_t> principle{};
  std::optional<int> week{};
  std::optional<std::string> level{};  // whom it is meant for
  bool without_story = false;          // nothing could be told for it
};
[[nodiscard]] bool fits(const InterviewQuestionView& view, const InterviewQuestionFilter& filter);

}  // namespace starling
