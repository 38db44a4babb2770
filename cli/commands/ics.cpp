// `ics`: the plan as a calendar for other programs.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/open_study.h"
#include "cli/places.h"
#include "cli/screen.h"
#include "cli/wire/wire.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr int kUsualWeeks = 4;
constexpr int kMostIcsWeeks = 40;
constexpr int kAllWeeks = 0;
constexpr int kMinutesOfDay = 24 * 60;
constexpr std::size_t kMostIcsBytes = 20'000'000;

// A number of weeks, or "all" of them.
struct IcsWeeks {
  using Value = int;  // kAllWeeks: all
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const {
    if (word == "all") return kAllWeeks;
    try {
      return Whole{1, kMostIcsWeeks}.read(what, word);
    } catch (const UsageError&) {
      throw UsageError(fmt::format("{} takes a whole number from 1 to {}, or all, not '{}'", what, kMostIcsWeeks, word));
    }
  }
  [[nodiscard]] Offer offer() const { return {Offer::From::Words, {"all"}}; }
};

constexpr Option<IcsWeeks> kIcsWeeks{"--weeks", "N", "so many weeks, 4 unless said; all goes to the plan's end"};
constexpr Option<Date> kIcsFrom{"--from", "DATE", "the first day; today, or where the plan begins"};
constexpr Option<Whole> kAlarm{"--alarm", "MINUTES", "an alarm so long before each event that has an hour", {0, kMinutesOfDay}};
constexpr Option<File> kOutput{"--output", "FILE", "write it there, over an earlier one; without, it is printed"};

DaySpan days_wanted(const Arguments& arguments, const Standpoint& from) {
  const Timeline& timeline = from.timeline;
  const Day begins = std::min(timeline.start(), timeline.interview());
  const Day first = arguments.value(kIcsFrom).value_or(std::max(from.now.day, begins));
  const std::string interview = long_date(timeline.interview());
  if (from.now.day > timeline.interview())
    throw UsageError(fmt::format("the interview, {}, is over: there is nothing left for a calendar", interview));
  if (first > timeline.interview())
    throw UsageError(fmt::format("--from {} is after the interview, {}: there is nothing left for a calendar",
                                 to_string(first), interview));
  const Day end = std::max(timeline.end(), timeline.interview());
  const int weeks = arguments.value(kIcsWeeks).value_or(kUsualWeeks);
  return {first, weeks == kAllWeeks ? end : std::min(end, first + std::chrono::days(weeks * kDaysOfWeek - 1))};
}

CalendarView need_events(const Standpoint& from, const DaySpan& days) {
  CalendarView view = calendar_view(from, days);
  if (view.events.empty())
    throw UsageError(fmt::format("the plan has nothing from {} to {}; it begins on {}", long_date(days.first),
                                 long_date(std::max(days.first, days.last)), long_date(from.timeline.start())));
  return view;
}

// For a program of others: without marked words.
std::string handed_calendar(CalendarView view, const Study& study, const Arguments& arguments, World& world) {
  const Standpoint from = study.standpoint();
  Handout handout(study.library().stories(), !arguments.has(kUnmasked));
  handout.prepare(view);
  EventCalendar calendar = event_calendar(view, study.store().changes_of_texts(), from.now.at);
  if (const auto minutes = arguments.value(kAlarm)) calendar.alarm = std::chrono::minutes(*minutes);
  tell_handout(handout.remarks(), arguments, world);
  return ics_text(calendar, from.rule);
}

// What may be written over: nothing, or a calendar of ours.
std::filesystem::path need_place(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!std::filesystem::is_directory(folder, error)) throw UsageError(fmt::format("there is no folder {}", folder.string()));
  const FileText before = read_file(file, kMostIcsBytes);
  if (before.fault == FileFault::Missing) return file;
  if (!before) throw UsageError(fmt::format("{} {}; name another file", file.string(), before.reason));
  if (!is_own_ics(*before))
    throw UsageError(fmt::format("{} is there and is no calendar that starling made; name another file", file.string()));
  return file;
}

std::string written_sentence(const CalendarView& view, const std::filesystem::path& file) {
  return fmt::format("{}, {} to {}, in {}. Import the file into a calendar of its own; after the plan has moved, write and import it "
                     "again: what is there moves along.",
                     counted(static_cast<int>(view.events.size()), "event"), long_date(view.first), long_date(view.last), file.string());
}

Exit run_ics(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  const CalendarView view = need_events(from, days_wanted(arguments, from));
  const auto named = arguments.value(kOutput);
  std::filesystem::path file;
  if (named) {
    file = need_place(without_tilde(*named, world.user));
    write_file(file, handed_calendar(view, *study, arguments, world));
  }
  if (arguments.json)
    world.out << calendar_json(view, event_calendar(view, study->store().changes_of_texts(), from.now.at), from.rule, file.string());
  else if (named)
    world.out << paragraph(written_sentence(view, file), text_width(world));
  else
    world.out << handed_calendar(view, *study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kIcsCommand{.name = "ics",
                          .summary = "the plan for your calendar program, as an .ics file",
                          .options = {&kIcsWeeks, &kIcsFrom, &kAlarm, &kOutput, &kUnmasked},
                          .examples = {"starling ics --output ~/study.ics", "starling ics --weeks all --alarm 10 --output ~/plan.ics",
                                       "starling ics --from 2026-11-23 --weeks 2 --output ~/study.ics"},
                          .run = run_ics};

}  // namespace starling
