// A coding problem: where it is to be found, and its plan in our own words. The statement is never in here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

enum class ProblemSize { Easy, Medium, Hard };
inline constexpr std::array<ProblemSize, 3> kProblemSizes{ProblemSize::Easy, ProblemSize::Medium, ProblemSize::Hard};
[[nodiscard]] std::string_view to_string(ProblemSize size);

struct CodingProblem {
  std::string id;      // "lc-0076"
  int number = 0;      // where it comes from; 0: of the learner's own
  std::string title;
  std::string url;     // https, or empty
  ProblemSize size = ProblemSize::Medium;
  std::vector<std::string> patterns;  // at least one; the first is the one it is practised under
  std::string cue;                    // what in the problem points to the pattern
  std::string invariant;
  std::vector<std::string> plan;      // the steps, at least one
  std::string complexity;
  std::vector<std::string> pitfalls;
  int target_minutes = 30;
  int week = 1;                       // of the plan, in which its pattern is met
  bool premium = false;               // its page wants a subscription
  std::string file;                   // as shown in messages
  int line = 1;
  bool operator==(const CodingProblem&) const = default;
};

// "76 Minimum Window Substring"; the title alone where it has no number.
[[nodiscard]] std::string numbered_title(const CodingProblem& problem);

struct ProblemFile {
  std::vector<CodingProblem> list;  // empty where anything is wrong
  std::vector<Problem> problems;
};
// `[[problem]]` records; ids are unique in the file.
[[nodiscard]] ProblemFile read_coding_problems(std::string_view text, std::string_view file);

// For source/pack.h.
constexpr ProblemSize last_of(ProblemSize) { return kProblemSizes.back(); }
template <class Archive>
void fields(Archive& archive, CodingProblem& problem) {
  archive(problem.id, problem.title, problem.url, problem.size, problem.patterns, problem.cue, problem.invariant,
          problem.plan, problem.complexity, problem.pitfalls, problem.premium, problem.file);
  archive.within(0, 1'000'000'000, problem.number, problem.target_minutes, problem.week, problem.line);
}

}  // namespace starling
