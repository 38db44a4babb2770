// `plan` and `plan show`: the weeks of the plan, one week day by day, one task; which plans there are.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/plan_names.h"
#include "cli/practice_names.h"
#include "cli/screen/plans.h"
#include "cli/screen/task.h"
#include "cli/screen/week.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Operand<Whole> kWeek{"WEEK", {0, 999}};  // the plan knows how many it has

int week_operand(const Arguments& arguments, const Plan& plan, int otherwise) {
  const auto week = arguments.value(kWeek);
  if (week && (*week < 1 || *week > plan.weeks))
    throw UsageError(fmt::format("WEEK goes from 1 to {}, not {}", plan.weeks, *week));
  return week.value_or(otherwise);
}

constexpr Switch kPlanList{"--list", "every plan there is, and which fits the time left"};

// Without a study folder as for one that would be made now.
Exit list_plans(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  const FoundPlans found = find_plans(world);
  const Settings settings = settings_as_far_as_read(folder);
  const Day today = arguments.date ? arguments.date->day : day_rule(folder).study_day(world.clock.now());
  const PlansView view = plans_view(found, settings, today, was_rejected_before(arguments, world));
  for (const Problem& problem : found.problems) world.err << to_line(problem) << '\n';
  world.out << (arguments.json ? to_json(view) : plans_screen(view, Style(world.colour), text_width(world)));
  return has_error(found.problems) ? Exit::BadText : Exit::Ok;
}

Exit run_plan(const Arguments& arguments, World& world) {
  if (arguments.has(kPlanList)) return list_plans(arguments, world);
  const auto study = open_study(arguments, world);
  const Plan& plan = study->timeline().plan();
  const int only = week_operand(arguments, plan, 0);
  const Standpoint from = study->standpoint();
  if (arguments.json) {
    std::vector<PlanWeekView> weeks;
    for (int number = 1; number <= plan.weeks; ++number)
      if (only == 0 || only == number) weeks.push_back(plan_week_view(from, number));
    world.out << plan_json(plan.id, weeks);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  world.out << (only == 0 ? plan_screen(plan_rows(from), style, width)
                          : plan_week_screen(plan_week_view(from, only), style, width));
  return Exit::Ok;
}

constexpr Operand<Name> kTask{"TASK", {Offer::From::Tasks}};

Exit run_plan_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::string id = need_task(*study, arguments.operand(kTask));
  const WholeTask whole = whole_task(study->standpoint(), last_practice_grades(study->standing()), id).value();
  world.out << (arguments.json ? whole_task_json(whole, study->rule()) : task_screen(whole, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kPlanCommand{.name = "plan",
                           .operands = {maybe(kWeek)},
                           .summary = "the weeks of the plan, or one week day by day",
                           .options = {&kPlanList},
                           .relations = {excludes(kPlanList, kWeek)},
                           .examples = {"starling plan", "starling plan 5", "starling plan --list"},
                           .pages = true,
                           .run = run_plan};

const Command kPlanShowCommand{.name = "plan show",
                               .operands = {one(kTask)},
                               .summary = "one task of the plan, by id or its number on today's screen",
                               .examples = {"starling plan show 1", "starling plan show w05-d2-two-pointers --json"},
                               .pages = true,
                               .run = run_plan_show};

}  // namespace starling
