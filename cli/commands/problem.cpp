// `problem list`, `problem show`, `problem next`.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/screen/problems.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr int kUsuallyNext = 3;
constexpr int kMostNext = 1000;

constexpr Operand<Name> kProblem{"ID", {Offer::From::Problems}};
constexpr Option<Name> kOfPattern{"--pattern", "P", "only problems of this pattern", {Offer::From::Patterns}};
constexpr Option<Choice<ProblemSize>> kDifficulty{"--difficulty", "D", "easy, medium or hard", {kProblemSizes}};
constexpr Switch kUndone{"--undone", "only what was not done yet"};
constexpr Switch kWithPlan{"--plan", "the plan too, before the attempt"};
constexpr Option<Whole> kSoMany{"--count", "N", "so many (3)", {1, kMostNext}};

Exit run_problem_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const ProblemFilter filter{arguments.value(kOfPattern), arguments.value(kDifficulty), arguments.value(kOnlyWeek),
                             arguments.has(kUndone)};
  if (filter.pattern) check_pattern(study->library(), *filter.pattern);
  auto views = problem_views(study->standpoint(), last_practice_grades(study->standing()));
  std::erase_if(views, [&](const ProblemView& view) { return !fits(view, filter); });
  world.out << (arguments.json ? problems_json(views, study->rule())
                               : problems_screen(views, Style(world.colour), text_width(world)));
  return views.empty() ? Exit::NotMet : Exit::Ok;
}

Exit run_problem_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const CodingProblem& problem = need_problem(study->library(), joined_words(arguments.operands(kProblem)));
  const ProblemView view = problem_view(study->standpoint(), last_practice_grades(study->standing()), problem);
  const bool plan = arguments.has(kWithPlan) || view.state.done();
  world.out << (arguments.json ? problem_json(view, plan, study->rule())
                               : problem_screen(view, plan, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_problem_next(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto next = next_problems(study->standpoint(), last_practice_grades(study->standing()),
                                  static_cast<std::size_t>(arguments.value(kSoMany).value_or(kUsuallyNext)));
  world.out << (arguments.json ? next_problems_json(next, study->rule())
                               : next_problems_screen(next, Style(world.colour), text_width(world)));
  return next.empty() ? Exit::NotMet : Exit::Ok;
}

}  // namespace

const Command kProblemListCommand{.name = "problem list",
                                  .summary = "the coding problems and how far each is",
                                  .options = {&kOfPattern, &kDifficulty, &kOnlyWeek, &kUndone},
                                  .examples = {"starling problem list --week 5",
                                               "starling problem list --pattern sliding-window --difficulty hard",
                                               "starling problem list --undone --json"},
                                  .pages = true,
                                  .run = run_problem_list};

const Command kProblemShowCommand{.name = "problem show",
                                  .operands = {some(kProblem)},
                                  .summary = "one problem, by id, number or the beginning of its title",
                                  .options = {&kWithPlan},
                                  .examples = {"starling problem show 76", "starling problem show minimum window",
                                               "starling problem show lc-0076 --plan"},
                                  .pages = true,
                                  .run = run_problem_show};

const Command kProblemNextCommand{.name = "problem next",
                                  .summary = "which problem to solve now, and why",
                                  .options = {&kSoMany},
                                  .examples = {"starling problem next", "starling problem next --count 10"},
                                  .pages = true,
                                  .run = run_problem_next};

}  // namespace starling
