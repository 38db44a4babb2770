// Coding problems as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// "76. Minimum Window Substring"; of one's own the title alone.
[[nodiscard]] std::string problem_name(const CodingProblem& problem);

// One line each.
[[nodiscard]] std::string problems_screen(std::span<const ProblemView> views, const Style& style, int width);
// With cue, invariant, steps, cost and pitfalls where `plan` is set.
[[nodiscard]] std::string problem_screen(const ProblemView& view, bool plan, const Style& style, int width);
[[nodiscard]] std::string next_problems_screen(std::span<const NextProblem> next, const Style& style, int width);

}  // namespace starling
