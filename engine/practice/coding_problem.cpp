#include "practice/coding_problem.h"

#include <algorithm>
#include <set>
#include <utility>

#include "item/item.h"
#include "practice/practice_record.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kSizes{"easy", "medium", "hard"};
// What an interview gives them, with the seed's targets: 15, 30, 45 (S54).
constexpr std::array<int, 3> kUsualMinutes{15, 30, 45};

CodingProblem read_problem(const TomlTable& table, Findings& findings, std::set<std::string>& taken) {
  Fields record(table, findings, "a problem");
  CodingProblem problem;
  problem.file = findings.file;
  problem.line = record.line();
  problem.id = need_practice_id(record, "problem", taken);
  problem.number = static_cast<int>(record.integer("number", 1, 1'000'000).value_or(0));
  problem.title = practice_text(record, "title", true);
  problem.url = practice_url(record, "url");
  if (!record.has("difficulty")) (void)record.need_text("difficulty");
  const std::string size = record.word("difficulty", kSizes).value_or("medium");
  problem.size = kProblemSizes[static_cast<std::size_t>(std::ranges::find(kSizes, size) - kSizes.begin())];
  problem.patterns = practice_texts(record, "patterns", true);
  for (const std::string& pattern : problem.patterns)
    if (!is_item_name(pattern)) record.problem("patterns", "bad-id", "a pattern is lower-case words joined by '-'");
  problem.cue = practice_text(record, "cue", true);
  problem.invariant = practice_text(record, "invariant", false);
  problem.plan = practice_texts(record, "plan", true);
  problem.complexity = practice_text(record, "complexity", true);
  problem.pitfalls = practice_texts(record, "pitfalls", false);
  const auto usual = kUsualMinutes[static_cast<std::size_t>(problem.size)];
  problem.target_minutes = static_cast<int>(record.integer("target_minutes", 1, kLongestPractice).value_or(usual));
  problem.week = static_cast<int>(record.integer("week", 1, kLastPracticeWeek).value_or(1));
  problem.premium = record.flag("premium").value_or(false);
  record.finish();
  return problem;
}

}  // namespace

std::string_view to_string(ProblemSize size) { return kSizes[static_cast<std::size_t>(size)]; }

std::string numbered_title(const CodingProblem& problem) {
  return problem.number > 0 ? std::to_string(problem.number) + " " + problem.title : problem.title;
}

ProblemFile read_coding_problems(std::string_view text, std::string_view file) {
  ProblemFile result;
  std::set<std::string> taken;
  const bool right = read_practice_file(text, file, "problem", result.problems, [&](const TomlTable& table, Findings& findings) {
    result.list.push_back(read_problem(table, findings, taken));
  });
  if (!right) result.list.clear();
  return result;
}

}  // namespace starling
