// `init`: makes a study folder or changes the dates, the level and the plan of one; asks a person who gives nothing.
#include <fmt/format.h>

#include <array>
#include <optional>
#include <ostream>

#include "cli/beginning.h"
#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/plan_names.h"
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
constexpr Option<Text> kPlan{"--plan", "ID", "the plan; all of them: plan --list"};
constexpr Switch kAsProposed{"--yes", "ask nothing: what is not given is as proposed"};

// What starling.toml says now; nothing where there is none. One that is there and cannot be read is an error: it is
// not written over.
std::optional<std::string> present_text(const StudyFolder& folder) {
  FileText file = read_file(folder.settings(), kMaxTomlBytes);
  if (file.fault == FileFault::Missing) return std::nullopt;
  if (!file)
    throw TextError({{"starling.toml", 1, 1, "", "unreadable", Severity::Error, file.reason + "; nothing was changed"}});
  return std::move(file.text);
}

BeginningGiven given_of(const Arguments& arguments) {
  BeginningGiven given;
  if (const auto level = arguments.value(kLevel)) given.level = *level;
  given.interview = arguments.value(kInterview);
  given.start = arguments.value(kStart);
  given.hours_per_week = arguments.value(kHours);
  given.plan = arguments.value(kPlan);
  return given;
}

bool is_empty(const BeginningGiven& given) {
  return !given.level && !given.interview && !given.start && !given.hours_per_week && !given.plan;
}

bool may_ask(const Arguments& arguments, const World& world) {
  return world.terminal && !arguments.has(kAsProposed) && !arguments.json;
}

// Nothing where a person left the questions.
std::optional<Decided> decided(const BeginningFrame& frame, const Arguments& arguments, World& world) {
  const BeginningGiven given = given_of(arguments);
  if (may_ask(arguments, world) && is_empty(given)) return ask_beginning(frame, world);
  return decide_beginning(frame, arguments.has(kAsProposed) ? proposed_beginning(frame, given) : given);
}

// Weeks since that start in which nothing was done; 0 where they are few.
int idle_since(const StudyFolder& folder, const BeginningFrame& frame, const Beginning& beginning, const Arguments& arguments,
               const World& world) {
  const int weeks = days_between(beginning.start, frame.today) / kDaysOfWeek;
  if (weeks < kIdleWeeks || (beginning.interview && *beginning.interview < frame.today)) return 0;
  if (!frame.present) return weeks;
  try {
    const Study study(study_place(folder, world), world.clock, arguments.date);
    return done_since(study.standpoint(), beginning.start) ? 0 : weeks;
  } catch (const TextError&) {
    return 0;  // what is wrong is told when the change is made
  }
}

// Whether the folder was changed.
bool write_beginning(const StudyFolder& folder, const Beginning& beginning, bool is_new, const Arguments& arguments, World& world) {
  bool changed = is_new;
  if (!is_new) {
    const SettingsChanged done = change_settings_file(
        folder, arguments, world, [&](const std::string& now) { return change_settings(now, beginning); });
    if (!done.change.wrong.empty()) throw refused_change("starling.toml", done.change.wrong);
    changed = done.changed;
  }
  folder.make(settings_text(beginning));
  return changed;
}

void print_beginning(const BeginningView& view, bool changed, const std::string& said, World& world) {
  const int width = text_width(world);
  world.out << paragraph(changed ? fmt::format("{} {}", view.made ? "Made" : "Changed", view.home) : "Nothing changed.", width)
            << fmt::format("Level      {}\nPlan       {}\nStart      {}\nInterview  {}\nHours      {:g} a week\n", view.level, view.plan,
                           long_date(view.start), long_date(view.interview) + (view.interview_by_plan ? ", by the plan" : ""),
                           view.hours_per_week);
  if (!said.empty()) world.out << paragraph(said, width);
  for (const std::string& warning : view.warnings) world.out << paragraph(warning, width);
}

Exit run_init(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  const auto before = present_text(folder);
  const auto present = before ? std::optional(settings_of_text(*before)) : std::nullopt;
  const FoundPlans plans = find_plans(world);
  const DayRule rule(present ? present->time_zone : "", present.value_or(Settings{}).rollover_hour);
  const Day today = arguments.date ? arguments.date->day : rule.study_day(world.clock.now());
  const BeginningFrame frame{today, present, plans, was_rejected_before(arguments, world)};
  auto decision = decided(frame, arguments, world);
  const int idle = decision ? idle_since(folder, frame, decision->beginning, arguments, world) : 0;
  std::optional<bool> again = false;
  if (idle > 0 && may_ask(arguments, world)) again = ask_to_begin_again(idle, world);
  if (!decision || !again) {
    world.out << "Nothing changed.\n";
    return Exit::Ok;
  }
  if (*again) decision->beginning.start = today;
  const bool changed = write_beginning(folder, decision->beginning, !before, arguments, world);

  const Study study(study_place(folder, world), world.clock, arguments.date);
  const Plan& plan = *study.library().plan();
  BeginningView view{folder.root().string(),           !before,
                     study.settings().level,           plan.id,
                     study.timeline().start(),         study.timeline().interview(),
                     !study.settings().interview,      hours_a_week(study.settings(), plan),
                     date_warnings(study.timeline(), today)};
  if (idle > 0 && !may_ask(arguments, world))
    view.warnings.push_back(idle_notice(idle, today, study.settings().interview.has_value()));
  if (arguments.json) {
    world.out << to_json(view);
    return Exit::Ok;
  }
  print_beginning(view, changed, decision->said, world);
  for (const Problem& problem : study.problems())
    if (problem.file == "starling.toml") world.err << to_line(problem) << '\n';
  if (view.made) {
    const bool can_aim = study.settings().interview && study.settings().policy == StudyPolicy::Plain;
    world.out << (can_aim ? "\nReviews that aim at that day: starling config review.policy auto" : "") << "\nNow: starling today\n";
  }
  return Exit::Ok;
}

}  // namespace

const Command kInitCommand{.name = "init",
                           .summary = "make or change the study folder",
                           .options = {&kLevel, &kInterview, &kStart, &kHours, &kPlan, &kAsProposed},
                           .examples = {"starling init --level L7 --interview 2027-05-14",
                                        "starling init --home ~/prep --level L6 --start 2026-11-23",
                                        "starling init --plan amazon-24-week --yes"},
                           .run = run_init};

}  // namespace starling
