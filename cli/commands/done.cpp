// `done` and `check`: what of the plan is done, by its number on the day's screen or by its id.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/open_study.h"
#include "cli/practice_deeds.h"
#include "cli/practice_names.h"
#include "cli/screen/day.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Operand<Text> kWhich{"TASK"};
constexpr Option<Real> kHowMany{"--count", "N", "how many of what it counts; all that are left without it", {0.5, 1000}};

// A tick is no entry of the log, which is what the week and the gates count; empty of other tasks.
std::string log_remark(const Task& task) {
  if (task.unit == "designs" || !task.exercise.empty())
    return "The week and the gates count designs that are logged: starling log design EXERCISE --score PART=N";
  if (task.unit == "problems" || !task.problems.empty())
    return "The week and the gates count problems that are logged: starling log problem PROBLEM --minutes M";
  if (!task.mock.empty())
    return fmt::format("The week and the gates count mock interviews that are logged: starling mock add {} --score PART=N", task.mock);
  return "";
}

Exit tick(const Arguments& arguments, World& world, bool lines_only) {
  const auto study = open_study(arguments, world);
  const std::string word = arguments.value(kWhich).value();
  const std::optional<Day> on = day_given(arguments, *study);
  const Tickable what = need_tickable(*study, word);
  if (lines_only && what.task)
    throw UsageError(fmt::format("'{}' is a task, not a line of a list: starling done {}", what.title, word));
  const auto done_before = [&] {
    if (!arguments.quiet) world.err << paragraph(fmt::format("Done before: {}", what.title), text_width(world));
    return Exit::NotMet;
  };
  if (what.is_done()) return done_before();
  const double count = lines_only ? what.left() : arguments.value(kHowMany).value_or(what.left());
  auto minutes = lines_only ? std::nullopt : arguments.value(kMinutesTaken);
  if (!minutes) minutes = planned_minutes(study->standpoint(), what, count);
  const auto written = log_done(*study, what, count, minutes, note_given(arguments), on);
  tell_remarks(*study, arguments, world);
  if (!written) return done_before();
  tell_written(*written, *study, arguments, world);
  if (const std::string remark = what.task ? log_remark(*what.task) : ""; !remark.empty() && !arguments.json && !arguments.quiet)
    world.err << paragraph(remark, text_width(world));
  return Exit::Ok;
}

Exit run_done(const Arguments& arguments, World& world) { return tick(arguments, world, false); }

Exit list_open_lines(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<ChecklistView> lists = open_lists(study->standpoint());
  world.out << (arguments.json ? lists_json(lists) : lists_screen(lists, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_check(const Arguments& arguments, World& world) {
  return arguments.has(kWhich) ? tick(arguments, world, true) : list_open_lines(arguments, world);
}

}  // namespace

const Command kDoneCommand{.name = "done",
                           .operands = {one(kWhich)},
                           .summary = "a task of the plan is done, by its number of today or its id",
                           .options = {&kHowMany, &kMinutesTaken, &kNote, &kOn},
                           .examples = {"starling done 2", "starling done 1 --minutes 50",
                                        "starling done w01-d1-environment --on 2026-11-23"},
                           .run = run_done};

const Command kCheckCommand{.name = "check",
                            .operands = {maybe(kWhich)},
                            .summary = "a line of a list, a goal or a gate is ticked; what is open",
                            .options = {&kNote, &kOn},
                            .relations = {needs(kNote, kWhich), needs(kOn, kWhich)},
                            .examples = {"starling check 7", "starling check t-7-plan-rest", "starling check"},
                            .pages = true,
                            .run = run_check};

}  // namespace starling
