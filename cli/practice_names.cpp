#include "cli/practice_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/unread.h"
#include "cli/usage_error.h"
#include "text/text.h"

namespace starling {

namespace {

std::optional<int> whole_number(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() && number >= 0 ? std::optional(number) : std::nullopt;
}

// Without "problem/" or "exercise/" in front.
std::string_view bare_name(std::string_view named, std::string_view group) {
  const bool whole = named.starts_with(group) && named.substr(group.size()).starts_with("/");
  return whole ? named.substr(group.size() + 1) : named;
}

// By its id or else its whole title, whatever the case; null where there is none.
template <class Record>
const Record* find_one(const std::vector<Record>& records, std::string_view group, std::string_view named) {
  const std::string_view bare = bare_name(named, group);
  if (const auto found = std::ranges::find(records, ascii_lower(bare), &Record::id); found != records.end()) return &*found;
  const std::string wanted = fold(bare);
  const auto titled = std::ranges::find_if(records, [&](const Record& record) { return fold(record.title) == wanted; });
  return titled == records.end() ? nullptr : &*titled;
}

// Those whose title begins with `named`.
template <class Record>
std::vector<const Record*> begun_by(const std::vector<Record>& records, std::string_view named) {
  const std::string wanted = fold(named);
  std::vector<const Record*> begun;
  for (const Record& record : records)
    if (!wanted.empty() && fold(record.title).starts_with(wanted)) begun.push_back(&record);
  return begun;
}

template <class Record>
std::vector<std::string> ids_and_titles(const std::vector<Record>& records) {
  std::vector<std::string> words;
  for (const Record& record : records) words.push_back(record.id);
  for (const Record& record : records) words.push_back(record.title);
  return words;
}

// The only one whose title begins so; null where there is none. `way_out` stands behind several.
template <class Record>
const Record* only_begun_by(const std::vector<Record>& records, const std::string& bare, std::string_view way_out = "") {
  const auto titled = begun_by(records, bare);
  if (titled.size() <= 1) return titled.empty() ? nullptr : titled.front();
  constexpr std::size_t kMostNamed = 5;
  std::vector<std::string> names;
  for (const Record* record : titled)
    if (names.size() < kMostNamed) names.push_back(fmt::format("{} ({})", record->id, record->title));
  const std::string more = titled.size() > kMostNamed ? fmt::format(" and {} more", titled.size() - kMostNamed) : "";
  throw UsageError(fmt::format("several titles begin with '{}': {}{}{}", bare, fmt::join(names, ", "), more, way_out));
}

// The one whose title begins so, where none was found.
template <class Record>
const Record& need_one(const std::vector<Record>& records, std::string_view group, std::string_view named) {
  const std::string bare(bare_name(named, group));
  if (const Record* begun = only_begun_by(records, bare)) return *begun;
  const std::string near = near_ones(bare, ids_and_titles(records));
  throw UsageError(fmt::format("there is no {0} '{1}'{2}", group, bare,
                               near.empty() ? fmt::format("; all of them: starling {} list", group) : near));
}

// The numbers on either side, where none is the one that was meant.
[[noreturn]] void refuse_number(const std::vector<CodingProblem>& problems, int number) {
  std::optional<int> near;
  for (const CodingProblem& problem : problems)
    if (problem.number > 0 && (!near || std::abs(problem.number - number) < std::abs(*near - number))) near = problem.number;
  const auto found = std::ranges::find(problems, near.value_or(0), &CodingProblem::number);
  throw UsageError(fmt::format("there is no problem {}{}", number,
                               near ? fmt::format("; the nearest is {} ({})", *near, found->title) : ""));
}

// The number that a problem is named by: "76", "76.", "lc-76", "LC-76".
std::optional<int> problem_number(const std::string& named) {
  std::string word = ascii_lower(named);
  if (word.starts_with("lc-")) word.erase(0, 3);
  if (word.ends_with('.')) word.pop_back();
  const auto number = whole_number(word);
  return number == 0 ? std::nullopt : number;  // which one's own problems have
}

}  // namespace

std::string joined_words(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

const CodingProblem* find_problem(const Library& library, const std::string& named) {
  const auto& problems = library.coding_problems();
  if (const CodingProblem* known = library.coding_problem(named)) return known;
  if (const auto number = problem_number(named)) {
    const auto found = std::ranges::find(problems, *number, &CodingProblem::number);
    if (found != problems.end()) return &*found;
  }
  return find_one(problems, kProblemGroup, named);
}

const CodingProblem* find_begun_problem(const Library& library, const std::string& named) {
  if (const CodingProblem* found = find_problem(library, named)) return found;
  return only_begun_by(library.coding_problems(), std::string(bare_name(named, kProblemGroup)),
                       "; for one that is not in the bank say its --difficulty");
}

const DesignExercise* find_exercise(const Library& library, const std::string& named) {
  return find_one(library.design_exercises(), kExerciseGroup, named);
}

const CodingProblem& need_problem(const Library& library, const std::string& named) {
  const auto& problems = library.coding_problems();
  if (const CodingProblem* found = find_problem(library, named)) return *found;
  if (const auto number = problem_number(named); number && begun_by(problems, named).empty()) refuse_number(problems, *number);
  return need_one(problems, kProblemGroup, named);
}

const DesignExercise& need_exercise(const Library& library, const std::string& named) {
  if (const DesignExercise* found = find_exercise(library, named)) return *found;
  return need_one(library.design_exercises(), kExerciseGroup, named);
}

const InterviewQuestion& need_question(const Library& library, const std::string& named) {
  constexpr std::size_t kMostNamed = 5;
  const auto& questions = library.interview_questions();
  const std::string bare(bare_name(named, kQuestionGroup));
  if (const auto found = std::ranges::find(questions, bare, &InterviewQuestion::id); found != questions.end()) return *found;
  const std::string wanted = fold(bare);
  std::vector<const InterviewQuestion*> holding;
  for (const InterviewQuestion& question : questions)
    if (!wanted.empty() && fold(question.text).find(wanted) != std::string::npos) holding.push_back(&question);
  if (holding.size() == 1) return *holding.front();
  std::vector<std::string> ids;
  if (holding.empty()) {
    for (const InterviewQuestion& question : questions) ids.push_back(question.id);
    const std::string near = near_ones(bare, ids);
    throw UsageError(fmt::format("there is no question '{}'{}", bare, near.empty() ? "; all of them: starling question list" : near));
  }
  for (const InterviewQuestion* question : holding)
    if (ids.size() < kMostNamed) ids.push_back(question->id);
  const std::string more = holding.size() > kMostNamed ? fmt::format(" and {} more", holding.size() - kMostNamed) : "";
  throw UsageError(fmt::format("these words are in several questions: {}{}", fmt::join(ids, ", "), more));
}

void check_pattern(const Library& library, const std::string& pattern) {
  const auto names = pattern_names(library);
  if (std::ranges::find(names, pattern) == names.end())
    throw UsageError(fmt::format("no problem has the pattern '{}'{}", shorten(pattern, 60), near_ones(pattern, names)));
}

Tickable need_tickable(const Study& study, const std::string& named) {
  const Standpoint from = study.standpoint();
  if (const auto number = whole_number(named)) {
    const DayView day = day_view(from, study.agenda(), {});
    if (auto found = tickable(from, day, *number)) return *std::move(found);
    const int last = numbers_on(day);
    throw UsageError(last == 0 ? fmt::format("there is no {} on today's screen: it has no numbers", *number)
                               : fmt::format("there is no {} on today's screen: its numbers go from 1 to {}", *number, last));
  }
  if (auto found = tickable(from, named)) return *std::move(found);
  const auto& dropped = from.timeline.learner().changes.dropped;
  if (std::ranges::find(dropped, named) != dropped.end())
    throw UsageError(fmt::format("you dropped '{0}'; take it back: starling plan keep {0}", named));
  const auto& gates = from.timeline.plan().gates;
  if (std::ranges::find(gates, named, &Gate::id) != gates.end())
    throw UsageError(fmt::format("'{}' is measured, not ticked: starling gates", named));
  if (named.starts_with(kOwnTask)) refuse_unread_text(study.problems(), "plan.toml");
  throw UsageError(fmt::format("the plan has no '{}'{}", shorten(named, 60), did_you_mean(named, tickable_ids(from))));
}

std::string need_task(const Study& study, const std::string& named) {
  std::vector<std::string> ids;
  for (const PlanDay& day : study.timeline().plan().days)
    for (const Task& task : day.tasks) {
      if (task.id == named) return task.id;
      ids.push_back(task.id);
    }
  const auto& dropped = study.timeline().learner().changes.dropped;
  if (std::ranges::find(dropped, named) != dropped.end()) return named;
  if (named.starts_with(kOwnTask)) refuse_unread_text(study.problems(), "plan.toml");
  if (!whole_number(named)) {
    const std::string near = near_ones(named, ids);
    throw UsageError(fmt::format("the plan has no task '{}'{}", named, near.empty() ? "; look for one: starling search WORD --in plan" : near));
  }
  const Tickable found = need_tickable(study, named);
  if (!found.task) throw UsageError(fmt::format("{} is a line of a list, not a task: {}", named, found.title));
  return found.id;
}

}  // namespace starling
