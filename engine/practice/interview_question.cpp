#include "practice/interview_question.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "practice/practice_record.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, kCandidates.size()> kCandidateWords{"all", "engineers", "managers"};
constexpr std::array<std::string_view, 2> kLevelWords{"L6", "L7"};

std::vector<std::string> read_levels(Fields& record) {
  std::vector<std::string> levels = record.texts("levels");
  for (const std::string& level : levels)
    if (std::ranges::find(kLevelWords, level) == kLevelWords.end())
      record.problem("levels", "bad-level", fmt::format("'{}' is no level: L6 or L7", shorten(level, 20)));
  return levels;
}

Candidate read_candidate(Fields& record) {
  const std::string word = record.word("for", kCandidateWords).value_or("all");
  return kCandidates[static_cast<std::size_t>(std::ranges::find(kCandidateWords, word) - kCandidateWords.begin())];
}

std::optional<std::size_t> read_neighbour(Fields& record, const std::vector<std::size_t>& asked) {
  const std::vector<std::size_t> named = read_principles(record, "not");
  if (named.empty()) return std::nullopt;
  if (named.size() > 1) record.problem("not", "too-many", "'not' names one principle");
  if (std::ranges::find(asked, named.front()) != asked.end())
    record.problem("not", "contradiction", fmt::format("it asks after {}, so 'not' names another one", principles()[named.front()].id));
  return named.front();
}

InterviewQuestion read_question(const TomlTable& table, Findings& findings, std::set<std::string>& taken) {
  Fields record(table, findings, "a question");
  InterviewQuestion question;
  question.file = findings.file;
  question.line = record.line();
  question.id = need_practice_id(record, "question", taken);
  question.text = practice_text(record, "text", true);
  question.principles = read_principles(record, "principles");
  if (question.principles.empty() && !record.has("principles")) (void)record.need_text("principles");
  if (question.principles.size() > kMostPrinciplesAsked)
    record.problem("principles", "too-many", fmt::format("a question asks after {} principles at most", kMostPrinciplesAsked));
  question.examples = static_cast<int>(record.integer("examples", 1, kMostExamples).value_or(1));
  question.levels = read_levels(record);
  question.candidate = read_candidate(record);
  question.week = static_cast<int>(record.integer("week", 1, kLastPracticeWeek).value_or(1));
  question.why = practice_text(record, "why", false);
  question.neighbour = read_neighbour(record, question.principles);
  record.finish();
  return question;
}

}  // namespace

std::string_view to_string(Candidate candidate) { return kCandidateWords[static_cast<std::size_t>(candidate)]; }

QuestionFile read_interview_questions(std::string_view text, std::string_view file) {
  QuestionFile result;
  std::set<std::string> taken;
  const bool right = read_practice_file(text, file, "question", result.problems, [&](const TomlTable& table, Findings& findings) {
    result.list.push_back(read_question(table, findings, taken));
  });
  if (!right) result.list.clear();
  return result;
}

}  // namespace starling
