// `init`: makes a study folder or changes the dates and the level of one.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "source/source.h"

namespace starling {

namespace {

std::string need_level(const std::string& given) {
  if (given == "L6" || given == "l6") return "L6";
  if (given == "L7" || given == "l7") return "L7";
  throw UsageError(fmt::format("--level takes L6 or L7, not '{}'", given));
}

// What is there now, or the defaults of a new folder.
Settings present_settings(const StudyFolder& folder) {
  if (!folder.exists()) return {};
  const auto text = read_file(folder.settings(), kMaxTomlBytes);
  SettingsFile file = read_settings(text.value_or(""), "starling.toml");
  if (!file.settings) throw TextError(std::move(file.problems));
  return std::move(*file.settings);
}

Beginning beginning_of(const Arguments& arguments, const Settings& present, const World& world) {
  const DayRule rule(present.time_zone, present.rollover_hour);
  const Day today = arguments.date ? arguments.date->day : rule.study_day(world.clock.now());
  Beginning beginning;
  beginning.level = arguments.has("--level") ? need_level(*arguments.text("--level")) : present.level;
  beginning.start = arguments.day("--start").value_or(present.start.value_or(today));
  beginning.interview = arguments.day("--interview")
                            .value_or(present.interview.value_or(default_interview(Plan{}, beginning.start)));
  beginning.hours_per_week = arguments.number("--hours", 1, 100);
  if (!beginning.hours_per_week) beginning.hours_per_week = present.hours_per_week;
  if (beginning.interview < beginning.start)
    throw UsageError(fmt::format("the interview ({}) is before the start ({})", to_string(beginning.interview),
                                 to_string(beginning.start)));
  return beginning;
}

}  // namespace

Exit run_init(const Arguments& arguments, World& world) {
  const StudyFolder folder(world.home);
  const bool existed = folder.exists();
  const Beginning beginning = beginning_of(arguments, present_settings(folder), world);
  if (existed) {
    const auto text = read_file(folder.settings(), kMaxTomlBytes);
    write_file(folder.settings(), change_settings(text.value_or(""), beginning));
  }
  folder.make(settings_text(beginning));

  const Study study(folder, ContentFolder(world.content), world.clock, arguments.date);
  const Settings& settings = study.settings();
  const auto warnings = date_warnings(study.plan(), study.start(), study.interview());
  if (arguments.json) {
    Json json = reply();
    json["home"] = folder.root().string();
    json["made"] = !existed;
    json["level"] = settings.level;
    json["start"] = to_string(study.start());
    json["interview"] = to_string(study.interview());
    json["hours_per_week"] = hours_per_week(settings);
    json["warnings"] = warnings;
    write_json(world.out, json);
    return Exit::Ok;
  }
  const int width = text_width(world);
  world.out << paragraph(fmt::format("{} {}", existed ? "Changed" : "Made", folder.root().string()), width)
            << fmt::format("Level      {}\nStart      {}\nInterview  {}\nHours      {:g} a week\n", settings.level,
                           long_date(study.start()), long_date(study.interview()), hours_per_week(settings));
  for (const std::string& warning : warnings) world.out << paragraph(warning, width);
  for (const Problem& problem : study.problems())
    if (problem.file == "starling.toml") world.err << to_line(problem) << '\n';
  if (!existed) world.out << "\nNow: starling today\n";
  return Exit::Ok;
}

}  // namespace starling
