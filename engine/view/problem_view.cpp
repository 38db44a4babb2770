#include "view/problem_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace starling {

namespace {

// The first task that names a problem, by the problem's id.
std::map<std::string_view, PlannedTask> tasks_by_problem(const Standpoint& from) {
  std::map<std::string_view, PlannedTask> tasks;
  for (const PlannedTask& planned : planned_tasks(from, [](const Task& task) { return !task.problems.empty(); }))
    for (const std::string& id : planned.task->problems) tasks.emplace(id, planned);
  return tasks;
}

ProblemView view_of(const Standpoint& from, const LastGrades& grades, const CodingProblem& problem,
                    const std::map<std::string_view, PlannedTask>& tasks) {
  ProblemView view{&problem, problem.week, practice_state(from, grades, kProblemGroup, problem.id), std::nullopt};
  if (const auto planned = tasks.find(problem.id); planned != tasks.end()) {
    view.planned = planned->second;
    view.week = planned->second.week;
  }
  return view;
}

// Nothing where it is not to be solved now.
std::optional<ProblemReason> reason_for(const Standpoint& from, const ProblemView& view) {
  if (view.state.done()) return view.state.failed && view.state.due ? std::optional(ProblemReason::Failed) : std::nullopt;
  return view.planned && view.planned->date && *view.planned->date <= from.now.day ? ProblemReason::Planned : ProblemReason::Coming;
}

std::string text_for(const Standpoint& from, const ProblemView& view, ProblemReason why) {
  if (why == ProblemReason::Failed) return fmt::format("failed on {}: solve it again", short_date(*view.state.last));
  if (!view.planned || !view.planned->date) return "on no day of the plan";
  const Day date = *view.planned->date;
  if (date == from.now.day) return "on today's plan";
  return fmt::format("planned for {}{}", short_date(date), why == ProblemReason::Planned ? ", not done yet" : "");
}

auto place_of(const NextProblem& next) {
  const Day never = Day::max();
  const ProblemView& view = next.view;
  return std::tuple(next.why, next.why == ProblemReason::Failed ? *view.state.last : Day::min(), view.week,
                    view.planned ? view.planned->date.value_or(never) : never);
}

}  // namespace

std::vector<ProblemView> problem_views(const Standpoint& from, const LastGrades& grades) {
  const auto tasks = tasks_by_problem(from);
  std::vector<ProblemView> views;
  for (const CodingProblem& problem : from.library.coding_problems()) views.push_back(view_of(from, grades, problem, tasks));
  return views;
}

ProblemView problem_view(const Standpoint& from, const LastGrades& grades, const CodingProblem& problem) {
  return view_of(from, grades, problem, tasks_by_problem(from));
}

bool fits(const ProblemView& view, const ProblemFilter& filter) {
  const CodingProblem& problem = *view.problem;
  return (!filter.pattern || std::ranges::find(problem.patterns, *filter.pattern) != problem.patterns.end()) &&
         (!filter.size || problem.size == *filter.size) && (!filter.week || view.week == *filter.week) &&
         !(filter.undone && view.state.done());
}

std::vector<std::string> pattern_names(const Library& library) {
  std::set<std::string> names;
  for (const CodingProblem& problem : library.coding_problems()) names.insert(problem.patterns.begin(), problem.patterns.end());
  return {names.begin(), names.end()};
}

std::string_view to_string(ProblemReason reason) {
  constexpr std::array<std::string_view, 3> words{"failed", "planned", "coming"};
  return words[static_cast<std::size_t>(reason)];
}

std::vector<NextProblem> next_problems(const Standpoint& from, const LastGrades& grades, std::size_t count) {
  std::vector<NextProblem> list;
  for (ProblemView& view : problem_views(from, grades))
    if (const auto why = reason_for(from, view)) list.push_back({view, *why, text_for(from, view, *why)});
  std::ranges::stable_sort(list, {}, place_of);
  list.resize(std::min(list.size(), count));
  return list;
}

}  // namespace starling
