// A drill of follow-up questions, whichever way it talks to the learner.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/world.h"
#include "study/study.h"

namespace starling {

struct ProbeDrill {
  const Story& story;
  std::vector<DrillStep> steps;  // at least one
  std::vector<DrillAnswer> answers;

  // The next to be asked; there is one.
  [[nodiscard]] const DrillStep& now() const { return steps[answers.size()]; }
  [[nodiscard]] bool is_over() const { return answers.size() == steps.size(); }
  // What the learner wrote for the question before, on one line; empty where there is nothing.
  [[nodiscard]] std::string own_answer() const;
  void mark(ProbeMark mark, std::chrono::milliseconds took, std::string own);
};

// Asks, marks, keeps. `text` is what the file of the story held when `steps` were made of it.
Exit run_drill(Study& study, ProbeDrill drill, const std::string& text, const Arguments& arguments, World& world);
// False where the learner left before the end. By keys: the terminal can move.
bool drill_by_keys(ProbeDrill& drill, World& world);
bool drill_by_lines(ProbeDrill& drill, World& world);

}  // namespace starling
