#include "cli/screen/exercises.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/screen/practice.h"
#include "text/text.h"

namespace starling {

namespace {


std::string scale_of(const DesignExercise& exercise) {
  return std::string(to_string(levels_of(exercise.level)));
}

std::string exercise_row(const ExerciseView& view, const Style& style, int width) {
  const DesignExercise& exercise = *view.exercise;
  const bool narrow = width < kWholeRowColumns;
  const std::string mark = padded(state_mark(view.state, narrow), narrow ? 6 : 17);
  const std::string right =
      narrow ? fmt::format("{} {}", week_mark(view.week), mark)
             : fmt::format("{:4} {} {:>2}m {}", scale_of(exercise), week_mark(view.week), exercise.minutes, mark);
  const int id_room = narrow ? 0 : 26;
  const int room = width - id_room - 1 - display_width(right);
  std::string line = narrow ? "" : padded(shorten(exercise.id, id_room - 1), id_room);
  line += padded(shorten(exercise.title, room), room) + " " + right;
  line.resize(line.find_last_not_of(' ') + 1);
  return (view.state.failed ? style.bad(line) : view.state.done() ? style.dim(line) : line) + "\n";
}

std::string rubric_lines(const std::vector<std::string>& parts, const Style& style, int width) {
  std::string text = "\n" + style.accent("Rubric, each part 0 to 5") + "\n";
  for (const std::string& name : parts) {
    const RubricPart* part = rubric_part(name);
    text += hanging("  - ", part ? fmt::format("{}: {}", name, part->what) : name, width);
    if (!part) continue;
    int mark = 0;
    for (const std::string_view meaning : part->marks) text += style.dim(hanging(fmt::format("    {} ", mark++), meaning, width));
  }
  return text;
}

}  // namespace

std::string exercise_brief(const DesignExercise& exercise, std::span<const LevelPrompt> prompts, const Style& style, int width) {
  std::string text = paragraph(without_emphasis(exercise.brief), width) + bullet_lines("To ask first", exercise.clarify, style, width);
  for (const LevelPrompt& prompt : prompts) text += text_lines(fmt::format("Then, at {}", prompt.level), prompt.text, style, width);
  return text;
}

std::string exercise_after(const ExerciseView& view, const Style& style, int width) {
  const DesignExercise& exercise = *view.exercise;
  std::string text = bullet_lines("Figures", exercise.scale, style, width) +
                     bullet_lines("Trade-offs", exercise.tradeoffs, style, width) +
                     bullet_lines("Deep dives", exercise.deep_dives, style, width) +
                     bullet_lines("Hit list", exercise.hit_list, style, width) + rubric_lines(exercise.rubric, style, width);
  if (view.larger)
    text += text_lines(fmt::format("The larger variant: {}", view.larger->id), view.larger->brief, style, width);
  return text;
}

std::string exercises_screen(std::span<const ExerciseView> views, const Style& style, int width) {
  if (views.empty()) return paragraph("No exercise fits.", width);
  std::string text;
  int done = 0;
  for (const ExerciseView& view : views) {
    text += exercise_row(view, style, width);
    done += view.state.done() ? 1 : 0;
  }
  return text + fmt::format("{}, {} done\n", counted(static_cast<int>(views.size()), "exercise"), done);
}

std::string exercise_screen(const ExerciseView& view, std::span<const LevelPrompt> prompts, bool after, const Style& style,
                            int width) {
  const DesignExercise& exercise = *view.exercise;
  std::string text = style.bold(paragraph(exercise.title, width)) +
                     style.dim(paragraph(fmt::format("{} · level {} · {} · week {}", exercise.id, scale_of(exercise),
                                                     duration(exercise.minutes), view.week),
                                         width));
  if (!exercise.variant_of.empty()) text += style.dim(paragraph("The larger variant of " + exercise.variant_of, width));
  text += "\n" + exercise_brief(exercise, prompts, style, width);
  if (after) text += exercise_after(view, style, width);
  text += "\n" + paragraph(state_sentence(view.state, kExerciseGroup), width);
  for (const PlannedTask& planned : view.planned) text += planned_lines(planned, width);
  if (after) return text;
  return text + "\n" +
         style.dim(hanging("Rubric and hit list, afterwards: ", fmt::format("starling exercise show {} --after", exercise.id), width));
}

}  // namespace starling
