// `break`: days on which nothing is asked, planned beforehand.
#include <fmt/format.h>

#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen.h"
#include "cli/settings_file.h"
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
  std::vector<std::string> left_out;  // of the plan by now
};
BreakEffect break_effect(const Settings& before, const Settings& after, const Arguments& arguments, World& world) {
  try {
    const auto study = open_study(arguments, world);
    if (study->timeline().days_left(study->now().day) < 1) return {};
    const PlanChanges& changes = study->timeline().learner().changes;
    const std::array<PlanDraft, 2> drafts{{{before, changes}, {after, changes}}};
    const std::vector<double> recall = study->recall_under(drafts, world.threads);
    return {std::array{recall[0], recall[1]}, tasks_left_out(study->timeline())};
  } catch (const TextError&) {
    return {};
  }
}

// What is planned from `today` on.
void print_breaks(const Settings& settings, Day today, const BreakEffect& effect, const Arguments& arguments, World& world) {
  const RecallChange& recall = effect.recall;
  const auto breaks = breaks_between(settings, today, today + kAhead);
  if (arguments.json) {
    world.out << breaks_json(breaks, recall, effect.left_out);
    return;
  }
  const int width = text_width(world);
  for (const DaySpan& days : breaks) world.out << paragraph(break_sentence(days, today), width);
  if (breaks.empty()) world.out << paragraph("No break is planned. Plan one: starling break 2027-01-03..10", width);
  if (recall)
    world.out << paragraph(fmt::format("You will recall {:.1f} % on the day of the interview; before it was {:.1f} %.", 100 * (*recall)[1], 100 * (*recall)[0]), width);
  for (const std::string& sentence : effect.left_out) world.out << paragraph(sentence, width);
  if (!effect.left_out.empty()) world.out << paragraph("Ways to go on with the plan: starling replan", width);
}

// The plan's own where no other day was named; nothing where the folder has something else to mend first.
std::optional<Day> interview_of(const Settings& settings, const Arguments& arguments, World& world) {
  if (settings.interview) return settings.interview;
  try {
    return open_study(arguments, world)->timeline().interview();
  } catch (const TextError&) {
    return std::nullopt;
  }
}

std::vector<DaySpan> changed_days(const Arguments& arguments, World& world, const Settings& settings, Day today) {
  if (const auto first = arguments.value(kRemove)) {
    std::vector<DaySpan> left = without_break(settings.days_off, *first);
    if (left.size() == settings.days_off.size())
      throw UsageError(fmt::format("no break begins on {}; those that are planned: starling break", to_string(*first)));
    return left;
  }
  const BreakRead read = read_break(*arguments.value(kBreakDays), today);
  if (!read.wrong.empty()) throw UsageError(read.wrong);
  if (const auto interview = interview_of(settings, arguments, world))
    if (const std::string wrong = wrong_break(read.days, *interview); !wrong.empty()) throw UsageError(wrong);
  return with_break(settings.days_off, read.days);
}

Exit run_break(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  const std::string text = settings_file_text(folder, arguments);
  Settings settings = settings_of_text(text);
  const DayRule rule(settings.time_zone, settings.rollover_hour);
  const Day today = rule.study_day(moment_of(arguments, world, folder));
  BreakEffect effect;
  if (arguments.has(kBreakDays) || arguments.has(kRemove)) {
    const Settings before = settings;
    const std::string key = "day.days_off";
    const SettingsChanged done = change_settings_file(folder, arguments, world, [&](const std::string& now) {
      settings = settings_of_text(now);
      settings.days_off = changed_days(arguments, world, settings, today);
      return set_setting(now, key, setting_value(settings, key));
    });
    if (!done.change.wrong.empty()) throw refused_change(key, done.change.wrong);
    effect = break_effect(before, settings, arguments, world);
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
