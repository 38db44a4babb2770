#include "view/asked_questions.h"

#include <algorithm>

namespace starling {

namespace {

InterviewQuestionView view_of(const Standpoint& from, const InterviewQuestion& question, std::span<const Story* const> told) {
  return {&question, practice_state(from, {}, kQuestionGroup, question.id), stories_for(question, told)};
}

}  // namespace

InterviewQuestionView interview_question_view(const Standpoint& from, const InterviewQuestion& question) {
  return view_of(from, question, stories_to_tell(from.library.stories()));
}

std::vector<InterviewQuestionView> interview_question_views(const Standpoint& from) {
  const std::vector<const Story*> told = stories_to_tell(from.library.stories());
  std::vector<InterviewQuestionView> views;
  for (const InterviewQuestion& question : from.library.interview_questions()) views.push_back(view_of(from, question, told));
  return views;
}

bool fits(const InterviewQuestionView& view, const InterviewQuestionFilter& filter) {
  const InterviewQuestion& question = *view.question;
  if (filter.principle && std::ranges::find(question.principles, *filter.principle) == question.principles.end()) return false;
  if (filter.week && question.week != *filter.week) return false;
  if (filter.level && !meant_for(levels_of(question.levels), *filter.level)) return false;
  return !filter.without_story || view.stories.empty();
}

}  // namespace starling
