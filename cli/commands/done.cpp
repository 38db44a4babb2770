// `done` and `check`: what of the plan is done, by its number on the day's screen or by its id.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/open_study.h"
#include "cli/screen/day.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kWhich{"TASK"};
constexpr Option<Real> kHowMany{"--count", "N", "how many of what it counts; all that are left without it", {0.5, 1000}};

std::optional<int> as_number(std::string_view word) {
  if (word.empty() || word.size() > 6 || !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) return {};
  return std::stoi(std::string(word));
}

Tickable need_tickable(const Study& study, const std::string& word) {
  const Standpoint from = study.standpoint();
  if (const auto number = as_number(word)) {
    const DayView day = day_view(from, study.agenda(), {});
    if (auto found = tickable(from, day, *number)) return *std::move(found);
    const int last = numbers_on(day);
    throw UsageError(last == 0 ? fmt::format("there is no {} on today's screen: it has no numbers", *number)
                               : fmt::format("there is no {} on today's screen: its numbers go from 1 to {}", *number, last));
  }
  if (auto found = tickable(from, word)) return *std::move(found);
  const auto& dropped = from.timeline.learner().changes.dropped;
  if (std::ranges::find(dropped, word) != dropped.end())
    throw UsageError(fmt::format("you dropped '{0}'; take it back: starling plan keep {0}", word));
  throw UsageError(fmt::format("the plan has no '{}'{}", shorten(word, 60), did_you_mean(word, tickable_ids(from))));
}

Exit tick(const Arguments& arguments, World& world, bool lines_only) {
  const auto study = open_study(arguments, world);
  const std::string word = arguments.value(kWhich).value();
  const std::optional<Day> on = day_given(arguments, *study);
  const Tickable what = need_tickable(*study, word);
  if (lines_only && what.task)
    throw UsageError(fmt::format("'{}' is a task, not a line of a list: starling done {}", what.title, word));
  if (what.is_done()) {
    if (!arguments.quiet) world.err << paragraph(fmt::format("Done before: {}", what.title), text_width(world));
    return Exit::NotMet;
  }
  const double count = lines_only ? what.left() : arguments.value(kHowMany).value_or(what.left());
  auto minutes = lines_only ? std::nullopt : arguments.value(kMinutesTaken);
  if (!minutes) minutes = planned_minutes(study->standpoint(), what, count);
  const Deed deed = study->log({TaskDone{what.id, count, minutes, note_given(arguments)}}, {}, on);
  tell_remarks(*study, arguments, world);
  tell_written({deed, what.task ? "Kept." : fmt::format("Done: {}", what.title), what.task}, *study, arguments, world);
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
                            .summary = "a line of a list, a goal or a gate is ticked; lines still open",
                            .options = {&kNote, &kOn},
                            .relations = {needs(kNote, kWhich), needs(kOn, kWhich)},
                            .examples = {"starling check 7", "starling check t-7-plan-rest", "starling check"},
                            .pages = true,
                            .run = run_check};

}  // namespace starling
