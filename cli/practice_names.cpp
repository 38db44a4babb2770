#include "cli/practice_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/usage_error.h"
#include "text/text.h"

namespace starling {

namespace {

std::optional<int> whole_number(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() && number > 0 ? std::optional(number) : std::nullopt;
}

// Those of the title `named`, whatever its case; else all whose title begins so.
template <class Record>
std::vector<const Record*> by_title(const std::vector<Record>& records, std::string_view named) {
  const std::string wanted = fold(named);
  std::vector<const Record*> whole;
  std::vector<const Record*> begun;
  for (const Record& record : records) {
    const std::string title = fold(record.title);
    if (title == wanted) whole.push_back(&record);
    if (!wanted.empty() && title.starts_with(wanted)) begun.push_back(&record);
  }
  return whole.empty() ? begun : whole;
}

template <class Record>
std::vector<std::string> ids_and_titles(const std::vector<Record>& records) {
  std::vector<std::string> words;
  for (const Record& record : records) words.push_back(record.id);
  for (const Record& record : records) words.push_back(record.title);
  return words;
}

template <class Record>
const Record& need_one(const std::vector<Record>& records, std::string_view noun, const std::string& named) {
  const std::string bare = named.starts_with(fmt::format("{}/", noun)) ? named.substr(noun.size() + 1) : named;
  if (const auto found = std::ranges::find(records, bare, &Record::id); found != records.end()) return *found;
  const auto titled = by_title(records, bare);
  if (titled.size() == 1) return *titled.front();
  if (titled.empty()) {
    const std::string near = near_ones(bare, ids_and_titles(records));
    throw UsageError(fmt::format("there is no {0} '{1}'{2}", noun, bare,
                                 near.empty() ? fmt::format("; all of them: starling {} list", noun) : near));
  }
  constexpr std::size_t kMostNamed = 5;
  std::vector<std::string> names;
  for (const Record* record : titled)
    if (names.size() < kMostNamed) names.push_back(fmt::format("{} ({})", record->id, record->title));
  const std::string more = titled.size() > kMostNamed ? fmt::format(" and {} more", titled.size() - kMostNamed) : "";
  throw UsageError(fmt::format("several titles begin with '{}': {}{}", bare, fmt::join(names, ", "), more));
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

[[noreturn]] void refuse_task_number(const DayView& view, int number) {
  int last = 0;
  for (const SlotView& slot : view.slots)
    for (const TaskView& task : slot.tasks) last = std::max(last, task.number);
  for (const ChecklistView& each : view.checklists)
    if (std::ranges::find(each.lines, number, &ChecklistLine::number) != each.lines.end())
      throw UsageError(fmt::format("{} is a line of the list '{}', not a task", number, each.list->title));
  throw UsageError(last == 0 ? fmt::format("there is no task {}: today has none", number)
                             : fmt::format("there is no task {}: today's go from 1 to {}", number, last));
}

}  // namespace

std::string joined_words(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

const CodingProblem& need_problem(const Library& library, const std::string& named) {
  const auto& problems = library.coding_problems();
  if (const auto number = whole_number(named.starts_with("lc-") ? named.substr(3) : named); number && !library.coding_problem(named)) {
    const auto found = std::ranges::find(problems, *number, &CodingProblem::number);
    if (found != problems.end()) return *found;
    if (by_title(problems, named).empty()) refuse_number(problems, *number);
  }
  return need_one(problems, kProblemGroup, named);
}

const DesignExercise& need_exercise(const Library& library, const std::string& named) {
  return need_one(library.design_exercises(), kExerciseGroup, named);
}

std::string need_task(const Study& study, const std::string& named) {
  const Plan& plan = study.timeline().plan();
  std::vector<std::string> ids;
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks) {
      if (task.id == named) return task.id;
      ids.push_back(task.id);
    }
  const auto& dropped = study.timeline().learner().changes.dropped;
  if (std::ranges::find(dropped, named) != dropped.end()) return named;
  const auto number = whole_number(named);
  if (!number) {
    const std::string near = near_ones(named, ids);
    throw UsageError(fmt::format("the plan has no task '{}'{}", named, near.empty() ? "; look for one: starling search WORD --in plan" : near));
  }
  const DayView view = day_view(study.standpoint(), study.agenda(), study.problems());
  for (const SlotView& slot : view.slots)
    for (const TaskView& task : slot.tasks)
      if (task.number == *number) return task.task->id;
  refuse_task_number(view, *number);
}

}  // namespace starling
