// What the rules of the lint are given: from how many on, and the learner's own words.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// In the order of the rules.
enum class LintLimit : std::size_t {
  ShortWords,
  LongWords,
  SituationShare,
  SituationErrorShare,
  ActionShare,
  OwnShare,
  OwnShareMost,
  WhoWords,
  BlindPeople,
  ResultNumbers,
  HedgedShare,
  PassivesPer100,
  JargonWords,
  ConflictWords,
  DecisionWords,
  ReflectionWords,
  OldYears,
  OldErrorYears,
  BlameTimes,
  BuzzTimes,
  LeadQuestions,
};
inline constexpr std::size_t kLintLimitCount = 21;

struct LintLimitRow {
  std::string_view key;
  double usual = 0;
  double low = 0;  // both ends included
  double high = 0;
  bool whole = true;
  std::string_view about = {};  // one sentence
};
// By LintLimit.
[[nodiscard]] const std::array<LintLimitRow, kLintLimitCount>& lint_limits();
[[nodiscard]] std::optional<LintLimit> find_lint_limit(std::string_view key);

struct LintSettings {
  LintSettings();  // the usual limits

  std::array<double, kLintLimitCount> limits;
  // In capitals, and known to every interviewer.
  std::vector<std::string> jargon_allowed{"AI",  "API", "AWS", "CEO", "CPU", "CTO", "EU",  "EUR", "GBP", "HR", "HTTP", "ID",
                                          "IT",  "OK",  "PM",  "QA",  "SLA", "SQL", "UK",  "URL", "US",  "USA", "USD", "VP"};
  std::vector<std::string> code_names;  // what may not leave the house; in any case of letters
  std::vector<std::string> off;         // rules, by id

  [[nodiscard]] double at(LintLimit limit) const { return limits[static_cast<std::size_t>(limit)]; }
  [[nodiscard]] int whole(LintLimit limit) const { return static_cast<int>(at(limit)); }
};

}  // namespace starling
