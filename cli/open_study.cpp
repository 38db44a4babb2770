#include "cli/open_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/large_pages.h"
#include "cli/screen.h"
#include "cli/shell_word.h"
#include "cli/terminal/terminal.h"
#include "cli/unread.h"
#include "log/log.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::size_t kProblemsShown = 5;
constexpr int kWholeRows = 24;

void tell_problems(const Study& study, World& world) {
  const auto& problems = study.problems();
  std::size_t shown = 0;
  for (const Problem& problem : problems) {
    if (problem.severity != Severity::Error) continue;
    if (shown++ == kProblemsShown) {
      put_remark(world, "More: starling deck check");
      return;
    }
    put_remark(world, to_line(problem));
  }
}

constexpr std::chrono::seconds kLongReading{1};
constexpr std::chrono::minutes kUsualSkew{10};  // between clocks of machines

// Whether it was said on this study day already; notes that it is now. Where there is no place to note it, it was not.
bool said_today(const Study& study, const World& world) {
  if (!world.state) return false;
  const auto folder = *world.state / hash_of_path(study.folder().root());
  const std::string today = to_string(study.now().day) + "\n";
  const FileText note = read_file(folder / "clock-told", today.size());
  if (note && *note.text == today) return true;
  try {
    make_folder(folder);
    write_file(folder / "clock-told", today);
  } catch (const FileError&) {
    // It is said again.
  }
  return false;
}

// Once a day, since a machine that was far ahead once leaves a deed that stays ahead for long.
// Harms nothing: what was answered keeps its day, and what follows is ordered behind it.
void tell_clock(const Study& study, const Arguments& arguments, World& world) {
  const DayRule& rule = study.rule();
  if (!rule.remark().empty()) put_remark(world, rule.remark());
  const auto last = study.last_deed();
  const Instant now = world.clock.now();
  if (arguments.date || !last || *last <= now + kUsualSkew || said_today(study, world)) return;
  const auto wall = [&rule](Instant at) { return rule.iso(at).substr(0, 10) + " " + rule.time_of_day(at); };
  put_remark(world, fmt::format("The clock shows {}, but the last deed is of {}: nothing is lost; look at the clock, then: "
                                "starling doctor",
                                wall(now), wall(*last)));
}

void tell_missing(const Study& study, World& world) {
  if (const MissingLines* missing = study.missing_lines()) put_remark(world, to_remark(*missing));
}

void tell_newer(const Study& study, World& world) {
  if (const std::string said = newer_history_sentence(study); !said.empty()) put_remark(world, said);
}

OpenStudy open(const StudyFolder& folder, const Arguments& arguments, World& world) {
  const auto began = world.work_clock.now();
  if (world.last) take_large_pages();
  OpenStudy study(new Study(study_place(folder, world), world.clock, arguments.date), {world.last});
  if (arguments.quiet) return study;
  if (study->made_anew() && world.work_clock.now() - began > kLongReading)
    put_remark(world, "Read the whole history anew: its cache was gone or of another program.");
  tell_missing(*study, world);
  tell_newer(*study, world);
  tell_clock(*study, arguments, world);
  tell_problems(*study, world);
  return study;
}

}  // namespace

const std::filesystem::path& study_home(const World& world) {
  if (world.home.empty())
    throw UsageError("there is no HOME to find a study folder below: say where it is with --home DIR or STARLING_HOME");
  return world.home;
}

StudyPlace study_place(const StudyFolder& folder, const World& world) {
  return {folder, ContentFolder(world.content), world.cache, world.state, world.machine_id, world.entropy};
}

Settings settings_as_far_as_read(const StudyFolder& folder) {
  const FileText text = read_file(folder.settings(), kMaxTomlBytes);
  return text ? read_settings(*text, "starling.toml").settings.value_or(Settings{}) : Settings{};
}

namespace {

void refuse_history_alone(const StudyFolder& folder) {
  if (list_log(folder.log()).files.empty()) return;
  throw TextError({{"starling.toml", 1, 1, "", "unreadable", Severity::Error,
                    fmt::format("is not there, and log/ has a history; {}", kBringSettingsBack)}});
}

}  // namespace

void refuse_without_settings(const StudyFolder& folder, const Arguments& arguments) {
  refuse_history_alone(folder);
  throw UsageError(fmt::format("there is no study folder at {}; begin one: starling init{}", folder.root().string(),
                               arguments.home ? " --home " + *arguments.home : ""));
}

DayRule day_rule(const StudyFolder& folder) {
  const Settings settings = settings_as_far_as_read(folder);
  return {settings.time_zone, settings.rollover_hour};
}

Instant moment_of(const Arguments& arguments, const World& world, const StudyFolder& folder) {
  if (!arguments.date) return world.clock.now();
  const Settings settings = settings_as_far_as_read(folder);
  return pretended_moment(*arguments.date, {settings.time_zone, settings.rollover_hour}, settings.rollover_hour);
}

void StudyCloser::operator()(Study* study) const {
  if (last)
    study->close();
  else
    delete study;
}

OpenStudy open_study(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  if (!folder.exists()) {
    (void)text_if_there(folder.settings());
    refuse_without_settings(folder, arguments);
  }
  return open(folder, arguments, world);
}

bool begin_where_none(const Arguments& arguments, const World& world) {
  const StudyFolder folder(study_home(world));
  if (folder.exists()) return false;
  (void)text_if_there(folder.settings());  // what is there and is no text: the folder is no new one
  refuse_history_alone(folder);
  const Settings defaults;
  const DayRule rule(defaults.time_zone, defaults.rollover_hour);
  Beginning beginning;
  beginning.level = defaults.level;
  beginning.start = arguments.date ? arguments.date->day : rule.study_day(world.clock.now());
  folder.make(settings_text(beginning));
  return true;
}

void tell_beginning(const Study& study, const Arguments& arguments, World& world) {
  if (arguments.quiet) return;
  const int width = text_width(world);
  const Settings& settings = study.settings();
  world.err << "\n"
            << paragraph(fmt::format("Made a study folder: {}", study.folder().root().string()), width)
            << paragraph(fmt::format("Level {}, from {} to the plan's own day for the interview, {}, {:g} hours a week, {:g} minutes "
                                     "of review a day, time zone {}.",
                                     settings.level, long_date(study.timeline().start()),
                                     long_date(study.timeline().interview()), hours_a_week(settings, *study.library().plan()),
                                     settings.minutes_per_day, study.rule().zone()),
                         width)
            << "Change them: starling init --level L7 --interview 2027-05-14\n";
}

int text_width(const World& world) {
  const int columns = world.terminal ? world.terminal->columns() : world.columns;
  return std::clamp(columns, 40, 100);
}

bool is_low(const World& world) { return world.terminal && world.terminal->rows() < kWholeRows; }

void tell_remarks(Study& study, const Arguments& arguments, World& world) {
  for (const std::string& remark : study.take_remarks())
    if (!arguments.quiet) put_remark(world, remark);
}

void tell_given_up(const Study& study, const Arguments& arguments, World& world) {
  if (arguments.quiet || study.missing_lines()) return;
  if (const auto missing = study.lines_given_up()) put_remark(world, to_remark(*missing));
}

void put_remark(World& world, std::string_view sentence) {
  if (world.terminal) world.err << paragraph(sentence, text_width(world));
  else world.err << sentence << '\n';
}

namespace {

[[noreturn]] void refuse_item(const Study& study, const std::string& item) {
  refuse_unread_item(study.library(), item);
  std::vector<std::string> ids;
  for (const Item& each : study.library().items()) ids.push_back(each.id.text());
  const std::string near = near_ones(item, ids);
  throw UsageError(fmt::format("there is no item '{}'{}", item, near.empty() ? "; by its words: starling search WORD" : near));
}

}  // namespace

std::vector<std::string> deck_ids(const Library& library) {
  std::vector<std::string> ids;
  for (const DeckHead& head : library.decks()) ids.push_back(head.id);
  if (library.deck_head(kStoryDeck)) ids.emplace_back(kStoryDeck);
  return ids;
}

const Item& need_item(const Study& study, const std::string& item) {
  const auto id = ItemId::parse(item);
  if (const Item* found = id ? study.library().find(*id) : nullptr) return *found;
  refuse_item(study, item);
}

std::vector<ItemId> need_schedules(const Study& study, const std::string& item) {
  const auto id = ItemId::parse(item);
  if (const Item* found = id ? study.library().find(*id) : nullptr) return {found->id};
  std::vector<ItemId> schedules;
  for (const Item& each : study.library().items())
    if (each.id.whole() == item) schedules.push_back(each.id);
  if (schedules.empty()) refuse_item(study, item);
  return schedules;
}

std::string newer_history_sentence(const Study& study) {
  const int lines = study.store().newer_lines();
  if (lines == 0) return "";
  return fmt::format("{} of the history {} written by a newer Starling and {} not count here: update Starling on this machine; more: "
                     "starling doctor",
                     counted(lines, "line"), lines == 1 ? "was" : "were", lines == 1 ? "does" : "do");
}

std::vector<std::string> about_missing_stories(const Study& study) {
  std::vector<std::string> said;
  for (const Problem& unread : unread_stories(study.library()))
    said.push_back(fmt::format("{} cannot be read. Mend it: starling story edit {}", unread.file, shell_word(unread_story_id(unread))));
  if (said.empty() && study.library().stories().empty())
    said = {"No stories yet.", "Write one: starling story new \"Night pages\" --principle BE",
            fmt::format("Examples to read: {}", study.content().example_stories().string())};
  return said;
}

std::string story_id(std::string_view named) {
  constexpr std::string_view kKind = "story/";
  return std::string(named.starts_with(kKind) ? named.substr(kKind.size()) : named);
}

const Story& need_story(const Study& study, const std::string& named) {
  const std::string id = story_id(named);
  if (const Story* story = study.library().story(id)) return *story;
  refuse_unread_item(study.library(), "story/" + id);
  std::vector<std::string> ids;
  for (const Story& story : study.library().stories()) ids.push_back(story.id);
  throw UsageError(fmt::format("there is no story '{}'{}", id,
                               ids.empty() ? "; write one: starling story new TITLE" : did_you_mean(id, ids)));
}

}  // namespace starling
