// `break`: days on which nothing is asked, planned beforehand.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen.h"
#include "cli/settings_file.h"
#include "cli/take_draft.h"
#include "cli/wire/settings.h"
#include "view/view.h"

namespace starling {

namespace {

constexpr Operand<Text> kBreakDays{"DAYS"};
constexpr Option<Date> kRemove{"--remove", "FROM", "take back the break that begins on this day"};

constexpr std::chrono::days kAhead{10'000};  // further than any break is planned

// On the day of the interview, before the change and after it; nothing once it is over, and where the folder has
// something else to mend first.
using RecallChange = std::optional<std::array<double, 2>>;
struct BreakEffect {
  RecallChange recall;
  std::vector<std::string> of_plan;  // what it does to its tasks, and what of it is left out by now
  std::string remark;
};

// What is planned from `today` on.
void print_breaks(const Settings& settings, Day today, const BreakEffect& effect, const Arguments& arguments, World& world) {
  const RecallChange& recall = effect.recall;
  const auto breaks = breaks_between(settings, today, today + kAhead);
  if (arguments.json) {
    std::vector<std::string> warnings = effect.of_plan;
    if (!effect.remark.empty()) warnings.insert(warnings.begin(), effect.remark);
    world.out << breaks_json(breaks, recall, warnings);
    return;
  }
  const int width = text_width(world);
  for (const DaySpan& days : breaks) world.out << paragraph(break_sentence(days, today), width);
  if (breaks.empty()) world.out << paragraph("No break is planned. Plan one: starling break 2027-01-03..10", width);
  if (recall)
    world.out << paragraph(fmt::format("You will recall {:.1f} % on the day of the interview; before it was {:.1f} %.", 100 * (*recall)[1], 100 * (*recall)[0]), width);
  if (!effect.remark.empty()) world.out << paragraph(effect.remark, width);
  for (const std::string& sentence : effect.of_plan) world.out << paragraph(sentence, width);
  if (!effect.of_plan.empty()) world.out << paragraph("Ways to go on with the plan: starling replan", width);
}

struct DaysOffChange {
  std::vector<DaySpan> days_off;
  std::optional<DaySpan> added;
};

DaysOffChange changed_days(const Arguments& arguments, const Settings& settings, Day today, std::optional<Day> interview) {
  if (const auto first = arguments.value(kRemove)) {
    std::vector<DaySpan> left = without_break(settings.days_off, *first);
    if (left.size() == settings.days_off.size())
      throw UsageError(fmt::format("no break begins on {}; those that are planned: starling break", to_string(*first)));
    return {std::move(left), std::nullopt};
  }
  const BreakRead read = read_break(*arguments.value(kBreakDays), today);
  if (!read.wrong.empty()) throw UsageError(read.wrong);
  if (interview)
    if (const std::string wrong = wrong_break(read.days, *interview); !wrong.empty()) throw UsageError(wrong);
  return {with_break(settings.days_off, read.days), read.days};
}

// With what of the plan it moves, as one deed.
BreakEffect take_break(Study& study, const Arguments& arguments, World& world, Settings& settings) {
  const Standpoint& from = study.standpoint();
  const PlanDraft now{study.settings(), study.timeline().learner().changes};
  const Day interview = study.timeline().interview();
  DaysOffChange change = changed_days(arguments, study.settings(), study.now().day, interview);
  PlanDraft with_break = now;
  with_break.settings.days_off = std::move(change.days_off);
  const auto [wanted, moved, dropped] = kept_from_past(from, std::move(with_break));
  BreakEffect effect;
  if (moved > 0) effect.of_plan.push_back(fmt::format("{} into free room of the next weeks.", counted(moved, "task comes", "tasks come")));
  if (dropped > 0)
    effect.of_plan.push_back(fmt::format("{} no such room and {} dropped.", counted(dropped, "task has", "tasks have"), dropped == 1 ? "is" : "are"));
  if (study.timeline().days_left(study.now().day) >= 1) {
    const std::vector<double> recall = study.recall_under(std::array{now, wanted}, world.threads);
    effect.recall = std::array{recall[0], recall[1]};
    std::ranges::copy(tasks_left_out(laid_timeline(from, wanted)), std::back_inserter(effect.of_plan));
  }
  if (change.added && change.added->first > interview) effect.remark = fmt::format("It comes after the interview, {}.", long_date(interview));
  (void)take_draft(study, wanted);
  settings = settings_now(study);
  tell_remarks(study, arguments, world);
  return effect;
}

// What the folder has to mend first may be the break itself: then it is changed, and nothing is said of the plan.
void change_unopened(const StudyFolder& folder, const Arguments& arguments, World& world, Settings& settings, Day today) {
  const std::string key = "day.days_off";
  const SettingsChanged done = change_settings_file(folder, arguments, world, [&](const std::string& now) {
    settings = settings_of_text(now);
    settings.days_off = changed_days(arguments, settings, today, settings.interview).days_off;
    return set_setting(now, key, setting_value(settings, key));
  });
  if (!done.change.wrong.empty()) throw refused_change(key, done.change.wrong);
}

Exit run_break(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  Settings settings = settings_of_text(settings_file_text(folder, arguments));
  const DayRule rule(settings.time_zone, settings.rollover_hour);
  const Day today = rule.study_day(moment_of(arguments, world, folder));
  BreakEffect effect;
  if (arguments.has(kBreakDays) || arguments.has(kRemove)) {
    try {
      effect = take_break(*open_study(arguments, world), arguments, world, settings);
    } catch (const TextError&) {
      change_unopened(folder, arguments, world, settings, today);
    }
  }
  print_breaks(settings, today, effect, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kBreakCommand{.name = "break",
                            .operands = {maybe(kBreakDays)},
                            .summary = "plan days off beforehand; those that are planned",
                            .options = {&kRemove},
                            .relations = {excludes(kRemove, kBreakDays)},
                            .examples = {"starling break 2027-01-03..10", "starling break 2026-12-24..2027-01-02",
                                         "starling break", "starling break --remove 2027-01-03"},
                            .run = run_break};

}  // namespace starling
