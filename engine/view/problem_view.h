// Coding problems: how far each is, what its task is, which comes next.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/practice.h"
#include "view/practice_state.h"
#include "view/standpoint.h"

namespace starling {

struct ProblemView {
  const CodingProblem* problem = nullptr;  // of the library
  int week = 1;                            // of the plan's day that names it, else its own
  PracticeState state;
  std::optional<PlannedTask> planned;      // the task that names it
};
// In the order of the library.
[[nodiscard]] std::vector<ProblemView> problem_views(const Standpoint& from, const LastGrades& grades);
[[nodiscard]] ProblemView problem_view(const Standpoint& from, const LastGrades& grades, const CodingProblem& problem);

struct ProblemFilter {
  std::optional<std::string> pattern{};  // among its patterns
  std::optional<ProblemSize> size{};
  std::optional<int> week{};             // as ProblemView::week
  bool undone = false;
};
[[nodiscard]] bool fits(const ProblemView& view, const ProblemFilter& filter);

// Every pattern once, by name.
[[nodiscard]] std::vector<std::string> pattern_names(const Library& library);

// Why a problem is to be solved now, from the most urgent.
enum class ProblemReason { Failed, Planned, Coming };
[[nodiscard]] std::string_view to_string(ProblemReason reason);  // "failed"
struct NextProblem {
  ProblemView view;
  ProblemReason why = ProblemReason::Coming;
  std::string text;  // the same as words: "planned for Tue 22 Dec, not done yet"
};
// At most `count`: those that failed, the longest ago first; those of the plan's days up to today that were not done; the
// others that were not done, by week. Equal ones go by the plan, then as in the library. What is put away is left out.
[[nodiscard]] std::vector<NextProblem> next_problems(const Standpoint& from, const LastGrades& grades, std::size_t count);

}  // namespace starling
