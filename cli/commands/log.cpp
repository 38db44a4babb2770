// `log problem`, `log design`, `log study`: what was practised.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/open_study.h"
#include "cli/practice_deeds.h"
#include "cli/practice_names.h"
#include "cli/screen.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Name> kTried{"PROBLEM", {Offer::From::Problems}};
constexpr Option<Choice<ProblemSize>> kSize{"--difficulty", "D", "of a problem that is not in the bank", {kProblemSizes}};
constexpr Option<Name> kPattern{"--pattern", "P", "a pattern that it needs; again for more", {Offer::From::Patterns}};
constexpr Switch kFailed{"--failed", "not solved, or only by looking: it comes back soon"};
constexpr Switch kHint{"--hint", "solved with a hint"};
constexpr Operand<Text> kDesigned{"EXERCISE"};
constexpr Operand<Choice<Area>> kArea{"AREA", {kAreas}};
constexpr Operand<Real> kMinutesStudied{"MINUTES", {1, kLongestLogged}};
constexpr Operand<Text> kNoteWords{"NOTE"};

std::string need_words(const std::vector<std::string>& words, std::string_view command) {
  std::string joined = joined_words(words);
  if (trimmed(joined).empty()) throw UsageError(fmt::format("'{}' needs an id or a title", command));
  return joined;
}

// A word that looks like an id, or nearly is one, and is none is a slip, not the title of something of one's own.
template <class Record>
void refuse_slip(const std::string& word, const std::vector<Record>& records, std::string_view noun) {
  const std::string name = ascii_lower(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
  if (word.find(' ') != word.npos || !is_item_name(name)) return;
  std::vector<std::string> ids;
  for (const Record& record : records) ids.push_back(record.id);
  if (word.find_first_of("0123456789-") == word.npos && did_you_mean(word, ids).empty()) return;
  throw UsageError(fmt::format("there is no {} '{}', and a title has more than one word{}", noun, shorten(word, 60),
                               did_you_mean(word, ids)));
}

Exit tell_logged(const Written& written, Study& study, const Arguments& arguments, World& world) {
  tell_remarks(study, arguments, world);
  tell_written(written, study, arguments, world);
  return Exit::Ok;
}

Exit run_log_problem(const Arguments& arguments, World& world) {
  const std::string word = need_words(arguments.operands(kTried), "log problem");
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  // Who says how hard it is means one of their own, whatever its title begins like.
  for (const std::string& pattern : arguments.values(kPattern)) check_pattern(study->library(), pattern);
  const CodingProblem* known = arguments.has(kSize) ? find_problem(study->library(), word) : find_begun_problem(study->library(), word);
  TriedProblem tried{known, word, "", arguments.values(kPattern), arguments.value(kMinutesTaken),
                     arguments.has(kFailed) ? Grade::Again : arguments.has(kHint) ? Grade::Hard : Grade::Good, note_given(arguments)};
  if (!tried.known) refuse_slip(word, study->library().coding_problems(), kProblemGroup);
  if (const auto size = arguments.value(kSize)) tried.size = to_string(*size);
  return tell_logged(log_problem(*study, tried, on), *study, arguments, world);
}

Exit run_log_design(const Arguments& arguments, World& world) {
  const std::string word = need_words(arguments.operands(kDesigned), "log design");
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const TriedDesign tried{find_exercise(study->library(), word), word, std::string(arguments.value(kAtLevel).value_or("")),
                          arguments.value(kMinutesTaken), scores_given(arguments), note_given(arguments)};
  if (!tried.known) refuse_slip(word, study->library().design_exercises(), kExerciseGroup);
  return tell_logged(log_design(*study, tried, on), *study, arguments, world);
}

Exit run_log_study(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const Area area = arguments.operand(kArea);
  const double minutes = arguments.operand(kMinutesStudied);
  const Deed deed = study->log({Studied{std::string(to_string(area)), minutes, joined_words(arguments.operands(kNoteWords))}}, {}, on);
  return tell_logged({deed, fmt::format("{:g} min of {}.", minutes, to_string(area)), nullptr}, *study, arguments, world);
}

}  // namespace

const Command kLogProblemCommand{
    .name = "log problem",
    .operands = {some(kTried)},
    .summary = "a coding problem was tried; its plan comes back",
    .options = {&kMinutesTaken, &kFailed, &kHint, &kSize, &kPattern, &kNote, &kOn},
    .relations = {excludes(kFailed, kHint)},
    .examples = {"starling log problem lc-0003 --minutes 22", "starling log problem 76 --failed --minutes 45",
                 "starling log problem \"Merge two logs\" --pattern two-pointers"},
    .run = run_log_problem};

const Command kLogDesignCommand{
    .name = "log design",
    .operands = {some(kDesigned)},
    .summary = "a system design was walked through, with its scores",
    .options = {&kMinutesTaken, &kScore, &kAtLevel, &kNote, &kOn},
    .examples = {"starling log design url-shortener --score scope=3 --score depth=2.5",
                 "starling log design \"Our billing\" --minutes 40"},
    .run = run_log_design};

const Command kLogStudyCommand{.name = "log study",
                               .operands = {one(kArea), one(kMinutesStudied), any(kNoteWords)},
                               .summary = "minutes that went into an area otherwise",
                               .options = {&kOn},
                               .examples = {"starling log study design 30 \"a talk on queues\"",
                                            "starling log study mocks 45 --on 2026-11-25"},
                               .run = run_log_study};

}  // namespace starling
