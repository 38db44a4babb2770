// Design exercises: how far each is, and what may be shown before it was done.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/practice.h"
#include "view/practice_state.h"
#include "view/standpoint.h"

namespace starling {

struct ExerciseView {
  const DesignExercise* exercise = nullptr;  // of the library
  int week = 1;                              // of the plan's first day that names it, else its own
  PracticeState state;
  std::vector<PlannedTask> planned;          // the tasks that name it
  const DesignExercise* larger = nullptr;    // that repeats it at a larger scale
};
// In the order of the library.
[[nodiscard]] std::vector<ExerciseView> exercise_views(const Standpoint& from, const LastGrades& grades);
[[nodiscard]] ExerciseView exercise_view(const Standpoint& from, const LastGrades& grades, const DesignExercise& exercise);

struct ExerciseFilter {
  std::optional<std::string> level{};  // whose scale it has
  std::optional<int> week{};           // as ExerciseView::week
};
[[nodiscard]] bool fits(const ExerciseView& view, const ExerciseFilter& filter);

// What the interviewer asks next, by level; the learner's own first, then `also` where it is another one.
struct LevelPrompt {
  std::string level;
  std::string text;
};
[[nodiscard]] std::vector<LevelPrompt> prompts(const DesignExercise& exercise, std::string_view own,
                                               const std::optional<std::string>& also);

}  // namespace starling
