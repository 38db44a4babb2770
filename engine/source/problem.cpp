#include "source/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace starling {

std::string_view to_string(Severity severity) {
  return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "advice";
}

std::string to_line(const Problem& problem) {
  return fmt::format("{}:{}:{}: {}: {}", problem.file, problem.line, problem.column,
                     to_string(problem.severity), problem.text);
}

void sort_by_place(std::vector<Problem>& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
}

bool has_error(std::span<const Problem> problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& p) { return p.severity == Severity::Error; });
}

void add_problem(std::vector<Problem>& problems, Problem problem) {
  if (problems.size() < kMostProblems) {
    problems.push_back(std::move(problem));
  } else if (!is_full(problems)) {
    problem.card.clear();
    problem.rule = "too-many-problems";
    problem.text = fmt::format("more than {} things are wrong in this file; the rest is not listed", kMostProblems);
    problems.push_back(std::move(problem));
  } else if (problem.severity == Severity::Error) {
    problems.back().severity = Severity::Error;
  }
}

}  // namespace starling
