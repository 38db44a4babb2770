// The questions of an interviewer on screen.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string questions_screen(std::span<const InterviewQuestionView> views, const Style& style, int width);
// `after`: with the principles, what is listened for and the learner's stories.
[[nodiscard]] std::string question_screen(const InterviewQuestionView& view, bool after, const Style& style, int width);

}  // namespace starling
