// `init`: makes a study folder or changes the dates and the level of one.
#include <fmt/format.h>

#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/settings_file.h"
#include "cli/wire/wire.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kLevels{"L6", "L7"};

std::optional<std::string_view> parse_level(std::string_view word) {
  if (word == "l6") return kLevels[0];
  if (word == "l7") return kLevels[1];
  return std::nullopt;
}

constexpr Option<Choice<std::string_view>> kLevel{"--level", "L", "L6 or L7", {kLevels, parse_level}};
constexpr Option<Date> kInterview{"--interview", "DATE", "the day of the interview"};
constexpr Option<Date> kStart{"--start", "DATE", "the first day of the plan"};
constexpr Option<Real> kHours{"--hours", "N", "hours a week", {1, 100}};

// What starling.toml says now; nothing where there is none. One that is there and cannot be read is an error: it is
// not written over.
std::optional<std::string> present_text(const StudyFolder& folder) {
  FileText file = read_file(folder.settings(), kMaxTomlBytes);
  if (file.fault == FileFault::Missing) return std::nullopt;
  if (!file)
    throw TextError({{"starling.toml", 1, 1, "", "unreadable", Severity::Error, file.reason + "; nothing was changed"}});
  return std::move(file.text);
}

Beginning beginning_of(const Arguments& arguments, const Settings& present, const World& world) {
  const DayRule rule(present.time_zone, present.rollover_hour);
  const Day today = arguments.date ? arguments.date->day : rule.study_day(world.clock.now());
  Beginning beginning;
  beginning.level = arguments.value(kLevel).value_or(present.level);
  beginning.start = arguments.value(kStart).value_or(present.start.value_or(today));
  beginning.interview = arguments.value(kInterview)
                            .value_or(present.interview.value_or(default_interview(Plan{}, beginning.start)));
  beginning.hours_per_week = arguments.value(kHours);
  if (!beginning.hours_per_week) beginning.hours_per_week = present.hours_per_week;
  if (beginning.interview < beginning.start)
    throw UsageError(fmt::format("the interview ({}) is before the start ({})", to_string(beginning.interview),
                                 to_string(beginning.start)));
  return beginning;
}

Exit run_init(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  const auto before = present_text(folder);
  const Beginning beginning = beginning_of(arguments, before ? settings_of_text(*before) : Settings{}, world);
  bool changed = false;
  if (before) {
    const SettingsChanged done = change_settings_file(
        folder, arguments, world, [&](const std::string& now) { return change_settings(now, beginning); });
    if (!done.change.wrong.empty()) throw refused_change("starling.toml", done.change.wrong);
    changed = done.changed;
  }
  folder.make(settings_text(beginning));

  const Study study(study_place(folder, world), world.clock, arguments.date);
  const BeginningView view{folder.root().string(),           !before,
                           study.settings().level,           study.timeline().start(),
                           study.timeline().interview(),     hours_per_week(study.settings()),
                           date_warnings(study.timeline())};
  if (arguments.json) {
    world.out << to_json(view);
    return Exit::Ok;
  }
  const int width = text_width(world);
  world.out << paragraph(before && !changed ? "Nothing changed." : fmt::format("{} {}", view.made ? "Made" : "Changed", view.home), width)
            << fmt::format("Level      {}\nStart      {}\nInterview  {}\nHours      {:g} a week\n", view.level,
                           long_date(view.start), long_date(view.interview), view.hours_per_week);
  for (const std::string& warning : view.warnings) world.out << paragraph(warning, width);
  for (const Problem& problem : study.problems())
    if (problem.file == "starling.toml") world.err << to_line(problem) << '\n';
  if (view.made) world.out << "\nNow: starling today\n";
  return Exit::Ok;
}

}  // namespace

const Command kInitCommand{.name = "init",
                           .summary = "make or change the study folder",
                           .options = {&kLevel, &kInterview, &kStart, &kHours},
                           .examples = {"starling init --level L7 --interview 2027-05-14",
                                        "starling init --home ~/prep --level L6 --start 2026-11-23"},
                           .run = run_init};

}  // namespace starling
