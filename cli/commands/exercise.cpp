// `exercise list`, `exercise show`.
#include <algorithm>
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/screen/exercises.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kLevelWords{"L6", "L7"};

constexpr Operand<Name> kExercise{"ID", {Offer::From::Exercises}};
constexpr Option<Choice<std::string_view>> kScale{"--level", "L", "only those of this level's scale, L6 or L7", {kLevelWords}};
constexpr Option<Choice<std::string_view>> kPrompt{"--level", "L", "the prompt of this level too, L6 or L7", {kLevelWords}};
constexpr Switch kAfter{"--after", "what a strong answer has, before the attempt was logged"};

std::optional<std::string> level_of(const Arguments& arguments, const Option<Choice<std::string_view>>& option) {
  const auto word = arguments.value(option);
  return word ? std::optional(std::string(*word)) : std::nullopt;
}

Exit run_exercise_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const ExerciseFilter filter{level_of(arguments, kScale), arguments.value(kOnlyWeek)};
  auto views = exercise_views(study->standpoint(), last_practice_grades(study->standing()));
  std::erase_if(views, [&](const ExerciseView& view) { return !fits(view, filter); });
  world.out << (arguments.json ? exercises_json(views, study->rule())
                               : exercises_screen(views, Style(world.colour), text_width(world)));
  return views.empty() ? Exit::NotMet : Exit::Ok;
}

Exit run_exercise_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const DesignExercise& exercise = need_exercise(study->library(), joined_words(arguments.operands(kExercise)));
  const ExerciseView view = exercise_view(study->standpoint(), last_practice_grades(study->standing()), exercise);
  const auto asked = prompts(exercise, study->settings().level, level_of(arguments, kPrompt));
  const bool after = arguments.has(kAfter) || view.state.done();
  world.out << (arguments.json ? exercise_json(view, asked, after, study->rule())
                               : exercise_screen(view, asked, after, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kExerciseListCommand{.name = "exercise list",
                                   .summary = "the design exercises and how far each is",
                                   .options = {&kOnlyWeek, &kScale},
                                   .examples = {"starling exercise list", "starling exercise list --week 4 --level L7"},
                                   .pages = true,
                                   .run = run_exercise_list};

const Command kExerciseShowCommand{.name = "exercise show",
                                   .operands = {some(kExercise)},
                                   .summary = "a brief to design for; afterwards figures and rubric",
                                   .options = {&kAfter, &kPrompt},
                                   .examples = {"starling exercise show url-shortener", "starling exercise show chat --level L7",
                                                "starling exercise show chat --after"},
                                   .pages = true,
                                   .run = run_exercise_show};

}  // namespace starling
