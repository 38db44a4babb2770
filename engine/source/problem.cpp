#include "source/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace starling {

std::string to_line(const Problem& problem) {
  return fmt::format("{}:{}:{}: {}: {}", problem.file, problem.line, problem.column,
                     problem.severity == Severity::Error ? "error" : "warning", problem.text);
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

}  // namespace starling
