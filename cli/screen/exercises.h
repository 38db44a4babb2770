// Design exercises as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string exercises_screen(std::span<const ExerciseView> views, const Style& style, int width);
// With what a strong answer has where `after` is set.
[[nodiscard]] std::string exercise_screen(const ExerciseView& view, std::span<const LevelPrompt> prompts, bool after,
                                          const Style& style, int width);
// What the interviewer says: the brief, what to ask first, and the prompts.
[[nodiscard]] std::string exercise_brief(const DesignExercise& exercise, std::span<const LevelPrompt> prompts, const Style& style,
                                         int width);
// What a strong answer has, and the rubric.
[[nodiscard]] std::string exercise_after(const ExerciseView& view, const Style& style, int width);

}  // namespace starling
