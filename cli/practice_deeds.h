// What was practised, as a deed: the event, what it does for its task of the plan, and the grade of its item.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/logging.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

struct TriedProblem {
  const CodingProblem* known = nullptr;  // null: of the learner's own, by its `title`
  std::string title;
  std::string size;                      // of one's own; may be empty
  std::vector<std::string> patterns;     // of one's own
  std::optional<double> minutes;
  Grade grade = Grade::Good;             // again: not solved; hard: with a hint
  std::string note;
};
struct TriedDesign {
  const DesignExercise* known = nullptr;  // null: of the learner's own, by its `title`
  std::string title;
  std::string level;                      // at whose scale; empty: both
  std::optional<double> minutes;
  std::vector<PartScore> scores;          // may be empty
  std::string note;
};

// On disk when they return. Of the day `on`, or of today.
[[nodiscard]] Written log_problem(Study& study, const TriedProblem& tried, std::optional<Day> on = {});
[[nodiscard]] Written log_design(Study& study, const TriedDesign& tried, std::optional<Day> on = {});
// So many of what it counts, which is above 0. Nothing where another program did the rest of it since `what` was read.
[[nodiscard]] std::optional<Written> log_done(Study& study, const Tickable& what, double count, std::optional<double> minutes,
                               const std::string& note = "", std::optional<Day> on = {});

}  // namespace starling
