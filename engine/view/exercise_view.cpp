#include "view/exercise_view.h"

#include <algorithm>

#include "item/item.h"

namespace starling {

ExerciseView exercise_view(const Standpoint& from, const LastGrades& grades, const DesignExercise& exercise) {
  ExerciseView view{&exercise, exercise.week, practice_state(from, grades, kExerciseGroup, exercise.id),
                    planned_tasks(from, [&](const Task& task) { return task.exercise == exercise.id; }),
                    larger_variant(exercise, from.library.design_exercises())};
  if (!view.planned.empty()) view.week = view.planned.front().week;
  return view;
}

std::vector<ExerciseView> exercise_views(const Standpoint& from, const LastGrades& grades) {
  std::vector<ExerciseView> views;
  for (const DesignExercise& exercise : from.library.design_exercises())
    views.push_back(exercise_view(from, grades, exercise));
  return views;
}

bool fits(const ExerciseView& view, const ExerciseFilter& filter) {
  return (!filter.level || meant_for(levels_of(view.exercise->level), *filter.level)) &&
         (!filter.week || view.week == *filter.week);
}

std::vector<LevelPrompt> prompts(const DesignExercise& exercise, std::string_view own, const std::optional<std::string>& also) {
  std::vector<LevelPrompt> list;
  const auto add = [&](std::string_view level) {
    const std::string& text = level == "L7" ? exercise.l7_prompt : exercise.l6_prompt;
    if (!text.empty()) list.push_back({std::string(level), text});
  };
  add(own);
  if (also && *also != own) add(*also);
  return list;
}

}  // namespace starling
