// `log problem`, `log design`, `log study`: what was practised.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/practice_names.h"
#include "cli/open_study.h"
#include "cli/screen.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kSizes{"easy", "medium", "hard"};
constexpr Operand<Name> kTried{"PROBLEM", {Offer::From::Problems}};
constexpr Option<Choice<std::string_view>> kSize{"--difficulty", "D", "of a problem that is not in the bank", {kSizes}};
constexpr Option<Text> kPattern{"--pattern", "P", "a pattern that it needs; again for more"};
constexpr Switch kFailed{"--failed", "not solved, or only by looking: it comes back soon"};
constexpr Switch kHint{"--hint", "solved with a hint"};
constexpr Operand<Text> kDesigned{"EXERCISE"};
constexpr Operand<Choice<Area>> kArea{"AREA", {kAreas}};
constexpr Operand<Real> kMinutesStudied{"MINUTES", {1, kLongestLogged}};
constexpr Operand<Text> kNoteWords{"NOTE"};

// By id, by its number, or by its whole title; null where the bank has none.
const CodingProblem* find_problem(const Library& library, const std::string& word) {
  for (const CodingProblem& problem : library.coding_problems())
    if (problem.id == word || (problem.number > 0 && std::to_string(problem.number) == word) ||
        fold(problem.title) == fold(word))
      return &problem;
  return nullptr;
}

const DesignExercise* find_exercise(const Library& library, const std::string& word) {
  for (const DesignExercise& exercise : library.design_exercises())
    if (exercise.id == word || fold(exercise.title) == fold(word)) return &exercise;
  return nullptr;
}

// A word that looks like an id and is none is a slip, not a title.
void refuse_slip(const std::string& word, const std::vector<std::string>& ids, std::string_view noun) {
  if (word.find(' ') != word.npos || word.find_first_of("0123456789-") == word.npos || !is_item_name(word)) return;
  throw UsageError(fmt::format("there is no {} '{}'{}; a title has more than one word", noun, shorten(word, 60),
                               did_you_mean(word, ids)));
}

// Without its minutes: those of the recall that comes back are others.
std::optional<Answer> answer_to(const Study& study, const std::string& item, Grade grade) {
  const auto id = ItemId::parse(item);
  const Item* found = id ? study.library().find(*id) : nullptr;
  if (!found) return std::nullopt;
  return Answer{found, grade, {}};
}

// With what was done of the task that it belongs to.
std::vector<Event> with_task(Event event, const Task* task, std::optional<double> minutes) {
  std::vector<Event> events{std::move(event)};
  if (task) events.emplace_back(TaskDone{task->id, 1, minutes, ""});
  return events;
}

int plan_day_on(const Study& study, std::optional<Day> on) {
  return study.timeline().on(on.value_or(study.now().day)).offset;
}

Exit run_log_problem(const Arguments& arguments, World& world) {
  const std::string word = joined_words(arguments.operands(kTried));
  if (trimmed(word).empty()) throw UsageError("'log problem' needs an id or a title");
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const CodingProblem* known = find_problem(study->library(), word);
  if (!known) {
    std::vector<std::string> ids;
    for (const CodingProblem& problem : study->library().coding_problems()) ids.push_back(problem.id);
    refuse_slip(word, ids, "problem");
  }
  const auto minutes = arguments.value(kMinutesTaken);
  const bool solved = !arguments.has(kFailed);
  Solved event{known ? known->id : "", known ? "" : word, "", minutes, solved, {}, note_given(arguments)};
  if (known) event.patterns = known->patterns;
  else event.patterns = arguments.values(kPattern);
  event.size = known ? std::string(to_string(known->size)) : std::string(arguments.value(kSize).value_or(""));
  const Standpoint from = study->standpoint();
  const Task* task = task_of_problem(study->timeline().plan(), from.progress, from.settings.level, plan_day_on(*study, on),
                                     event.problem);
  const Grade grade = !solved ? Grade::Again : arguments.has(kHint) ? Grade::Hard : Grade::Good;
  const auto answer = known ? answer_to(*study, "problem/" + known->id, grade) : std::nullopt;
  const std::string title = known ? fmt::format("{} {}", known->number, known->title) : word;
  const Deed deed = study->log(with_task(std::move(event), task, minutes), answer, on);
  tell_remarks(*study, arguments, world);
  std::string text = fmt::format("{}: {}", title, solved ? "solved" : "not solved yet");
  if (answer) text += fmt::format(", its plan is asked again on {}", short_date(study->state(answer->item->id).standing.due.day));
  tell_written({deed, text + ".", task}, *study, arguments, world);
  return Exit::Ok;
}

Exit run_log_design(const Arguments& arguments, World& world) {
  const std::string word = joined_words(arguments.operands(kDesigned));
  if (trimmed(word).empty()) throw UsageError("'log design' needs an id or a title");
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const DesignExercise* known = find_exercise(study->library(), word);
  if (!known) {
    std::vector<std::string> ids;
    for (const DesignExercise& exercise : study->library().design_exercises()) ids.push_back(exercise.id);
    refuse_slip(word, ids, "exercise");
  }
  const auto minutes = arguments.value(kMinutesTaken);
  Designed event{known ? known->id : "", known ? "" : word, std::string(arguments.value(kAtLevel).value_or("")), minutes,
                 scores_given(arguments), note_given(arguments)};
  const std::optional<double> mean = mean_score(event.scores);
  const Standpoint from = study->standpoint();
  const Task* task = task_of_design(study->timeline().plan(), from.progress, from.settings.level, plan_day_on(*study, on),
                                    event.exercise);
  // Three of five is what works end to end; below it the exercise is wanted again soon.
  const Grade grade = !mean || *mean >= 3.5 ? Grade::Good : *mean >= 2.5 ? Grade::Hard : Grade::Again;
  const auto answer = known ? answer_to(*study, "exercise/" + known->id, grade) : std::nullopt;
  const Deed deed = study->log(with_task(std::move(event), task, minutes), answer, on);
  tell_remarks(*study, arguments, world);
  std::string text = known ? known->title : word;
  if (mean) text += fmt::format(": {:.2g} of 5", *mean);
  tell_written({deed, text + (mean ? "." : ": done."), task}, *study, arguments, world);
  return Exit::Ok;
}

Exit run_log_study(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const Area area = arguments.operand(kArea);
  const double minutes = arguments.operand(kMinutesStudied);
  const Deed deed = study->log({Studied{std::string(to_string(area)), minutes, joined_words(arguments.operands(kNoteWords))}}, {}, on);
  tell_remarks(*study, arguments, world);
  tell_written({deed, fmt::format("{:g} min of {}.", minutes, to_string(area)), nullptr}, *study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kLogProblemCommand{
    .name = "log problem",
    .operands = {some(kTried)},
    .summary = "a coding problem was tried; its plan comes back",
    .options = {&kMinutesTaken, &kFailed, &kHint, &kSize, &kPattern, &kNote, &kOn},
    .relations = {excludes(kFailed, kHint)},
    .examples = {"starling log problem lc-0003 --minutes 22", "starling log problem 76 --failed --minutes 45",
                 "starling log problem \"Merge two logs\" --difficulty medium --pattern two-pointers"},
    .run = run_log_problem};

const Command kLogDesignCommand{
    .name = "log design",
    .operands = {some(kDesigned)},
    .summary = "a system design was walked through, with its scores",
    .options = {&kMinutesTaken, &kScore, &kAtLevel, &kNote, &kOn},
    .examples = {"starling log design url-shortener --minutes 45 --score scope=3 --score depth=2.5",
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
