#include "cli/open_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/terminal/terminal.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::size_t kProblemsShown = 5;
constexpr int kWholeRows = 24;

void make_first_folder(const StudyFolder& folder, const Arguments& arguments, World& world) {
  const Settings defaults;
  const DayRule rule(defaults.time_zone, defaults.rollover_hour);
  Beginning beginning;
  beginning.level = defaults.level;
  beginning.start = arguments.date ? arguments.date->day : rule.study_day(world.clock.now());
  beginning.interview = default_interview(Plan{}, beginning.start);
  folder.make(settings_text(beginning));
  if (arguments.quiet) return;
  const int width = text_width(world);
  world.err << paragraph(fmt::format("Made a study folder: {}", folder.root().string()), width)
            << paragraph(fmt::format("Level {}, from {} to the interview on {}, {:g} hours a week, {:g} minutes of "
                                     "review a day, time zone {}.",
                                     beginning.level, long_date(beginning.start), long_date(beginning.interview),
                                     hours_per_week(defaults), defaults.minutes_per_day, rule.zone()),
                         width)
            << "Change them: starling init --level L7 --interview 2027-05-14\n\n";
}

void tell_problems(const Study& study, World& world) {
  const auto& problems = study.problems();
  std::size_t shown = 0;
  for (const Problem& problem : problems) {
    if (problem.severity != Severity::Error) continue;
    if (shown++ == kProblemsShown) {
      world.err << "More: starling deck check\n";
      return;
    }
    world.err << to_line(problem) << '\n';
  }
}

}  // namespace

std::unique_ptr<Study> open_study(const Arguments& arguments, World& world) {
  const StudyFolder folder(world.home);
  if (!folder.exists()) make_first_folder(folder, arguments, world);
  auto study = std::make_unique<Study>(folder, ContentFolder(world.content), world.clock, arguments.date);
  if (!arguments.quiet) tell_problems(*study, world);
  return study;
}

int text_width(const World& world) {
  const int columns = world.terminal ? world.terminal->columns() : world.columns;
  return std::clamp(columns, 40, 100);
}

bool is_low(const World& world) { return world.terminal && world.terminal->rows() < kWholeRows; }

std::string need_item(const Study& study, const std::string& item) {
  if (study.has_item(item)) return item;
  throw UsageError(fmt::format("there is no item '{}'{}", item, did_you_mean(item, study.item_ids())));
}

const Story& need_story(const Study& study, const std::string& id) {
  const std::string bare = id.starts_with("story/") ? id.substr(6) : id;
  if (const Story* story = study.library().story(bare)) return *story;
  std::vector<std::string> ids;
  for (const Story& story : study.library().stories) ids.push_back(story.id);
  throw UsageError(fmt::format("there is no story '{}'{}", bare,
                               ids.empty() ? "; write one: starling story new TITLE" : did_you_mean(bare, ids)));
}

}  // namespace starling
