// `week`: how a week goes, beside what was planned; and what the learner wants of one.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/open_study.h"
#include "cli/page/reports.h"
#include "cli/screen/review.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kLongestGoal = 500;

constexpr Operand<Whole> kWeekNumber{"N", {0, 999}};  // the plan knows how many it has
constexpr Option<Text> kGoals{"--goals", "TEXT", "what you want of week N, of the next week without N; up to three times, \"\" takes them back", {}};

std::vector<std::string> goals_given(const Arguments& arguments) {
  std::vector<std::string> goals = arguments.values(kGoals);
  std::erase_if(goals, [](const std::string& goal) { return fold(goal).empty(); });
  if (goals.size() > kOwnGoals) throw UsageError("--goals may stand three times at most");
  for (const std::string& goal : goals)
    if (goal.size() > kLongestGoal) throw UsageError(fmt::format("--goals takes up to {} letters", kLongestGoal));
  return goals;
}

int need_week(const Plan& plan, int week) {
  if (week < 1 || week > plan.weeks) throw UsageError(fmt::format("N goes from 1 to {}, not {}", plan.weeks, week));
  return week;
}

Exit run_week(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Plan& plan = study->timeline().plan();
  const auto given = arguments.value(kWeekNumber);
  const int current = study->timeline().on(study->now().day).week;
  if (given) need_week(plan, *given);
  if (arguments.has(kGoals)) {
    const int week = given.value_or(std::min(current + 1, plan.weeks));
    study->set_goals(week, goals_given(arguments));
    tell_remarks(*study, arguments, world);
  }
  WeekReport report = week_report(study->standpoint(), given.value_or(current), study->past());
  const auto format = arguments.value(kFormat);
  if (arguments.json || (format != "md" && format != "html")) {
    world.out << (arguments.json ? to_json(report) : week_screen(report, Style(world.colour), text_width(world)));
    return Exit::Ok;
  }
  Handout handout(study->library().stories(), !arguments.has(kUnmasked));
  handout.prepare(report);
  world.out << (format == "md" ? week_markdown(report) : week_page(report));
  tell_handout(handout.remarks(), arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kWeekCommand{.name = "week",
                           .operands = {maybe(kWeekNumber)},
                           .summary = "one week: what was done of what was planned, goals, advice",
                           .options = {&kGoals, &kFormat, &kUnmasked},
                           .examples = {"starling week", "starling week 13", "starling week --goals \"two mocks\" --goals \"tell cells twice\"",
                                        "starling week --format html > week.html"},
                           .pages = true,
                           .run = run_week};

}  // namespace starling
