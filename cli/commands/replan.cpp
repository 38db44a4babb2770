// `replan` and `date`: the plan laid otherwise when life happens, previewed and then taken or left.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ostream>

#include "cli/commands.h"
#include "cli/dialogue.h"
#include "cli/open_study.h"
#include "cli/screen/replan.h"
#include "cli/take_draft.h"
#include "cli/unread.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr Option<Choice<ReplanWay>> kReplanTake{
    "--take", "WAY", "keep, compress, hours, drop, extend or ahead", {kReplanWays, parse_replan_way}};
constexpr Switch kReplanYes{"--yes", "take it without a question"};
constexpr Option<Date> kReplanInterview{"--interview", "DATE", "with another day of the interview"};
constexpr Option<Text> kReplanOff{"--off", "DAYS", "with days off: 2027-01-03..10", {}};
constexpr Option<Real> kReplanHours{"--hours", "N", "with other hours a week", {1, 100}};
constexpr Option<Whole> kReplanMinutes{"--minutes", "N", "that a day may have more, for what lies behind; 30 without", {5, 240}};
constexpr Switch kReplanLater{"--later", "the interview may be later, although it has a date"};
constexpr Operand<Date> kInterviewMovedTo{"DATE"};

ReplanWish wish_of(const Arguments& arguments, Day today) {
  ReplanWish wish;
  wish.interview = arguments.value(kReplanInterview);
  wish.hours = arguments.value(kReplanHours);
  wish.more_minutes = arguments.value(kReplanMinutes).value_or(wish.more_minutes);
  wish.date_is_free = arguments.has(kReplanLater);
  if (const auto days = arguments.value(kReplanOff)) {
    const BreakRead read = read_break(*days, today);
    if (!read.wrong.empty()) throw UsageError(read.wrong);
    wish.off.push_back(read.days);
  }
  return wish;
}

const ReplanOption& need_way(const ReplanView& view, ReplanWay way) {
  const auto at = std::ranges::find(view.options, way, &ReplanOption::way);
  if (at != view.options.end()) return *at;
  if (view.over) throw UsageError(over_sentence(view.now.interview));
  std::vector<std::string_view> there;
  for (const ReplanOption& option : view.options) there.push_back(to_string(option.way));
  const std::string_view more = way == ReplanWay::Extend ? "; with a date of its own the interview is moved by --later or --interview" : "";
  throw UsageError(fmt::format("'{}' is none of the ways there are now: {}{}", to_string(way), fmt::join(there, ", "), more));
}

// By its number, or nothing: an empty line, or the end of input.
const ReplanOption* ask_which(const ReplanView& view, World& world) {
  Dialogue talk(world);
  while (true) {
    const auto said = talk.ask(fmt::format("\nWhich? 1 to {}, Enter leaves everything as it is: ", view.options.size()));
    if (!said || said->empty()) return nullptr;
    std::size_t number = 0;
    std::from_chars(said->data(), said->data() + said->size(), number);
    if (number >= 1 && number <= view.options.size()) return &view.options[number - 1];
    talk.say("That is none of the numbers.\n");
  }
}

bool takes_it(World& world) {
  const std::string said = Dialogue(world).ask("\nTake it? y or n: ").value_or("");
  return said.starts_with('y') || said.starts_with('Y');
}

std::string taken_sentence(const ReplanOption& option, const std::optional<Deed>& deed) {
  return deed ? fmt::format("Taken: {}. Undo takes it back.", option.title) : "Nothing changed.";
}

// The way to take; null where there is none.
const ReplanOption* chosen(const ReplanView& view, std::optional<ReplanWay> way, const Arguments& arguments, World& world) {
  const Style style(world.colour);
  const int width = text_width(world);
  const bool asks = world.terminal && !arguments.json && !arguments.has(kReplanYes);
  const ReplanOption* option = way ? &need_way(view, *way) : nullptr;
  if (!option && !arguments.json) {
    world.out << replan_screen(view, style, width);
    if (asks && !view.over) option = ask_which(view, world);
  }
  if (!option) return nullptr;
  if (!arguments.json) world.out << (way ? "" : "\n") << replan_option_screen(view, *option, style, width);
  if (asks ? takes_it(world) : arguments.has(kReplanYes)) return option;
  return nullptr;
}

// The command that takes what this one previews.
std::string taking(std::string command, const Arguments& arguments) {
  if (const auto date = arguments.value(kInterviewMovedTo)) command += " " + to_string(*date);
  if (const auto date = arguments.value(kReplanInterview)) command += " --interview " + to_string(*date);
  if (const auto days = arguments.value(kReplanOff)) command += " --off " + *days;
  if (const auto hours = arguments.value(kReplanHours)) command += fmt::format(" --hours {:g}", *hours);
  if (const auto minutes = arguments.value(kReplanMinutes)) command += fmt::format(" --minutes {}", *minutes);
  if (arguments.has(kReplanLater)) command += " --later";
  if (const auto way = arguments.value(kReplanTake)) command += fmt::format(" --take {}", to_string(*way));
  else if (!arguments.has(kInterviewMovedTo)) command += " --take WAY";
  return command + " --yes";
}

Exit run_with(const ReplanWish& wish, std::optional<ReplanWay> way, std::string_view command, const Arguments& arguments,
              World& world) {
  const auto study = open_study(arguments, world);
  if (const std::string wrong = wrong_wish(study->standpoint(), wish); !wrong.empty()) throw UsageError(wrong);
  ReplanView view = replan_view(study->standpoint(), study->timeline().learner().changes, wish);
  study->foresee_recall(view, world.threads);
  const ReplanOption* option = chosen(view, way, arguments, world);
  std::optional<Deed> deed;
  if (option) {
    refuse_unread_text(study->problems(), "plan.toml");
    deed = take_draft(*study, option->draft);
    tell_remarks(*study, arguments, world);
  }
  if (arguments.json)
    world.out << replan_json(view, deed);
  else if (option)
    world.out << "\n" << paragraph(taken_sentence(*option, deed), text_width(world));
  else if (!world.terminal && !view.over)
    world.out << "\n" << paragraph(fmt::format("Nothing was changed. {}: {}", arguments.has(kReplanTake) ? "Take it" : "Take one", taking(std::string(command), arguments)), text_width(world));
  return Exit::Ok;
}

Day study_day_of(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  return day_rule(folder).study_day(moment_of(arguments, world, folder));
}

Exit run_replan(const Arguments& arguments, World& world) {
  if (arguments.has(kReplanYes) && !arguments.has(kReplanTake)) throw UsageError("--yes needs a way to take: --take compress");
  return run_with(wish_of(arguments, study_day_of(arguments, world)), arguments.value(kReplanTake),
                  "starling replan", arguments, world);
}

Exit run_date(const Arguments& arguments, World& world) {
  const auto date = arguments.value(kInterviewMovedTo);
  if (date) {
    ReplanWish wish;
    wish.interview = date;
    return run_with(wish, arguments.value(kReplanTake).value_or(ReplanWay::Keep), "starling date", arguments, world);
  }
  if (arguments.has(kReplanTake) || arguments.has(kReplanYes)) throw UsageError("date needs the new day: starling date 2027-06-04");
  const auto study = open_study(arguments, world);
  const InterviewDate view{study->timeline().interview(), study->timeline().days_left(study->now().day),
                           study->settings().interview.has_value()};
  if (arguments.json)
    world.out << to_json(view);
  else
    world.out << paragraph(interview_sentence(view), text_width(world));
  return Exit::Ok;
}

}  // namespace

const Command kReplanCommand{.name = "replan",
                             .summary = "behind, ahead, other dates or hours: ways to go on, previewed",
                             .options = {&kReplanTake, &kReplanYes, &kReplanInterview, &kReplanOff, &kReplanHours, &kReplanMinutes, &kReplanLater},
                             .examples = {"starling replan", "starling replan --take compress --yes", "starling replan --hours 10",
                                          "starling replan --off 2027-01-03..17", "starling replan --later"},
                             .run = run_replan};

const Command kDateCommand{.name = "date",
                           .operands = {maybe(kInterviewMovedTo)},
                           .summary = "the day of the interview; another one, previewed",
                           .options = {&kReplanTake, &kReplanYes},
                           .examples = {"starling date", "starling date 2027-06-04", "starling date 2027-06-04 --yes"},
                           .run = run_date};

}  // namespace starling
