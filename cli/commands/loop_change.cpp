// `loop add`, `loop drop`, `loop used`: the rounds of the interview as the learner knows them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/principle_name.h"
#include "cli/round_name.h"
#include "cli/screen.h"
#include "cli/screen/loop.h"
#include "cli/unread.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kRoundTitle{"TITLE"};
constexpr Operand<Name> kRoundName{"ROUND", {Offer::From::Rounds}};
constexpr Operand<Name> kStoryOfRound{"STORY", {Offer::From::Stories}};
constexpr Option<PrincipleNames> kRoundPrinciples{"--principles", "P,P", "what it asks about, by id or code; its share without it",
                                                  {kMostPrinciplesOfRound}};
constexpr Option<Choice<RoundKind>> kItsKind{"--kind", "KIND", "behavioural, coding, design, manager, bar-raiser, phone-screen, lunch; that of the title where it is one of these", {kRoundKinds}};
constexpr Option<Whole> kRoundMinutes{"--minutes", "N", "how long it takes", {kShortestRound, kLongestRound}};
constexpr Option<Text> kInterviewer{"--interviewer", "TEXT", "who asks, in your own words"};
constexpr Option<Date> kRoundDay{"--on", "DATE", "its day"};

OpenStudy open_with_rounds(const Arguments& arguments, World& world) {
  OpenStudy study = open_study(arguments, world);
  refuse_unread_text(study->problems(), "loop.toml");
  return study;
}

using RoundChange = std::function<RoundText(const std::string& text)>;

// Changes loop.toml; what the study says is as it is by that. UsageError where it cannot be.
TextsChanged change_rounds(Study& study, const RoundChange& change) {
  std::string wrong;
  TextsChanged done = study.change_texts([&](const StudyTexts& now) {
    RoundText text = change(now.rounds);
    wrong = text.wrong;
    return wrong.empty() ? StudyTexts{now.settings, now.plan, std::move(text.text)} : now;
  });
  if (!wrong.empty()) throw UsageError(wrong);
  if (done.changed) study.read_texts_again();
  return done;
}

// The usual rounds become the learner's own where they stand beside the written ones and `changed` is one of them. Those of
// an earlier attempt stay as they are, and are none of `rounds`.
RoundText with_own_rounds(const std::string& text, const std::vector<Round>& rounds, const std::string& changed) {
  RoundText all{text, ""};
  auto said = read_rounds(text, "loop.toml").rounds;
  if (!said) return all;
  std::erase_if(*said, [&](const Round& round) { return std::ranges::find(rounds, round.id, &Round::id) == rounds.end(); });
  const auto is_said = [&](const std::string& id) { return std::ranges::find(*said, id, &Round::id) != said->end(); };
  if (!is_guessed(*said) || is_said(changed)) return all;
  for (const Round& round : rounds)
    if (all.wrong.empty() && !is_said(round.id)) all = with_round(all.text, round);
  return all.wrong.empty() ? all : RoundText{text, all.wrong};
}

RoundText then(const RoundText& before, const std::string& text, const RoundChange& change) {
  if (!before.wrong.empty()) return before;
  RoundText after = change(before.text);
  return after.wrong.empty() ? after : RoundText{text, after.wrong};
}

void tell_of_rounds(const TextsChanged& done, const std::string& said, Study& study, const Arguments& arguments, World& world) {
  tell_remarks(study, arguments, world);
  world.out << (arguments.json ? rounds_json(done.deed, study.library().rounds(), said) : paragraph(said, text_width(world)));
}

std::string one_line_of(std::string_view text) {
  std::string line = without_controls(text);
  std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return std::string(trimmed(line));
}

// "Phone screen" says what it is.
std::optional<RoundKind> kind_of_title(std::string_view title) {
  const auto at = std::ranges::find(kRoundKinds, kebab(title), [](RoundKind kind) { return std::string(to_string(kind)); });
  return at == kRoundKinds.end() ? std::nullopt : std::optional(*at);
}

Round round_given(const Arguments& arguments, const Study& study) {
  Round round;
  round.title = one_line_of(joined_words(arguments.operands(kRoundTitle)));
  if (round.title.empty()) throw UsageError("TITLE has nothing in it");
  if (display_width(round.title) > kRoundTitleColumns)
    throw UsageError(fmt::format("a title takes at most {} columns, not {}", kRoundTitleColumns, display_width(round.title)));
  round.id = round_id(round.title, study.library().rounds());
  round.kind = arguments.value(kItsKind).value_or(kind_of_title(round.title).value_or(RoundKind::Behavioural));
  round.principles = arguments.value(kRoundPrinciples).value_or(std::vector<std::size_t>{});
  round.interviewer = one_line_of(arguments.value(kInterviewer).value_or(""));
  if (const auto minutes = arguments.value(kRoundMinutes)) round.minutes = *minutes;
  if (const auto on = arguments.value(kRoundDay)) round.on = *on;
  return round;
}

std::string asked_names(const Round& round) {
  if (round.kind == RoundKind::Lunch) return "it asks nothing";
  std::vector<std::string_view> names;
  for (const std::size_t principle : round.principles) names.push_back(principles()[principle].name);
  if (names.empty() && round.kind == RoundKind::PhoneScreen) return "it takes no principle from the other rounds";
  return names.empty() ? "its share of the principles" : fmt::format("{}", fmt::join(names, "; "));
}

// Nothing where review aims at the phone screen.
std::string why_not_aimed_at(const Round& screen, const Study& study) {
  const Day interview = study.timeline().interview();
  if (phone_screens(std::span(&screen, 1), study.now().day, interview).empty())
    return " Review does not aim at it: for that it needs a day to come, before the interview.";
  const std::vector<Day> aimed_at = study.screen_days(interview);
  if (std::ranges::find(aimed_at, *screen.on) != aimed_at.end()) return "";
  return fmt::format(" Review aims at the next {} days with a phone screen, and at this one once it is among them.", kMostEarlierDays);
}

Exit run_loop_add(const Arguments& arguments, World& world) {
  const auto study = open_with_rounds(arguments, world);
  const bool was_guessed = is_guessed(written_rounds(study->standpoint()).present);
  if (static_cast<int>(study->library().rounds().size()) >= kMostRounds)
    throw UsageError(fmt::format("loop.toml takes at most {} rounds; take out one that is over: starling loop drop ROUND", kMostRounds));
  const Round round = round_given(arguments, *study);
  const TextsChanged done = change_rounds(*study, [&](const std::string& text) { return with_round(text, round); });
  const bool is_screen = round.kind == RoundKind::PhoneScreen;
  std::string more;
  if (was_guessed && !is_screen) more = " From now on your own rounds count in place of the usual ones.";
  if (is_screen) more = why_not_aimed_at(round, *study);
  tell_of_rounds(done, fmt::format("Added: '{}' ({}), {}: {}.{}", round.title, round.id, round_facts(round), asked_names(round), more),
                 *study, arguments, world);
  return Exit::Ok;
}

Exit run_loop_drop(const Arguments& arguments, World& world) {
  const auto study = open_with_rounds(arguments, world);
  const std::vector<Round> rounds = rounds_or_usual(study->standpoint());
  const std::vector<Round> earlier = written_rounds(study->standpoint()).earlier;
  const auto past = std::ranges::find(earlier, arguments.operand(kRoundName), &Round::id);
  const Round round = past != earlier.end() ? *past : rounds[need_round(rounds, arguments.operand(kRoundName))];
  const TextsChanged done = change_rounds(*study, [&](const std::string& text) {
    if (past != earlier.end()) return without_round(text, round.id);
    return then(with_own_rounds(text, rounds, round.id), text, [&](const std::string& own) { return without_round(own, round.id); });
  });
  tell_of_rounds(done, fmt::format("Dropped: '{}' ({}).", round.title, round.id), *study, arguments, world);
  return Exit::Ok;
}

Exit run_loop_used(const Arguments& arguments, World& world) {
  const auto study = open_with_rounds(arguments, world);
  const std::vector<Round> rounds = rounds_or_usual(study->standpoint());
  Round round = rounds[need_round(rounds, arguments.operand(kRoundName))];
  round.used.clear();
  for (const std::string& named : arguments.operands(kStoryOfRound)) {
    const std::string id = need_story(*study, named).id;
    if (std::ranges::find(round.used, id) == round.used.end()) round.used.push_back(id);
  }
  const TextsChanged done = change_rounds(*study, [&](const std::string& text) {
    return then(with_own_rounds(text, rounds, round.id), text, [&](const std::string& own) { return with_round(own, round); });
  });
  tell_of_rounds(done, fmt::format("'{}' ({}) is over; told: {}.", round.title, round.id, fmt::join(round.used, ", ")), *study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kLoopAddCommand{.name = "loop add",
                              .operands = {some(kRoundTitle)},
                              .summary = "a round that you know of",
                              .options = {&kRoundPrinciples, &kItsKind, &kRoundMinutes, &kInterviewer, &kRoundDay},
                              .examples = {"starling loop add Bar raiser --principles OW,DD --kind bar-raiser --minutes 60"},
                              .run = run_loop_add};

const Command kLoopDropCommand{.name = "loop drop",
                               .operands = {one(kRoundName)},
                               .summary = "a round that will not be, out of the loop",
                               .examples = {"starling loop drop bar-raiser"},
                               .run = run_loop_drop};

const Command kLoopUsedCommand{.name = "loop used",
                               .operands = {one(kRoundName), some(kStoryOfRound)},
                               .summary = "what was told in a round, so that it is not told again",
                               .examples = {"starling loop used bar-raiser night-pages"},
                               .run = run_loop_used};

}  // namespace starling
