#include "lint/lint_settings.h"

#include <algorithm>

namespace starling {

namespace {

constexpr std::array<LintLimitRow, kLintLimitCount> kLimits{{
    {"short_words", 200, 0, 2000, true, "A story of fewer words is short."},
    {"long_words", 450, 50, 10000, true, "A story of more words is long."},
    {"situation_share", 0.25, 0.01, 1, false, "The situation may take this share of the words."},
    {"situation_error", 0.40, 0.01, 1, false, "From this share of the words on a long situation is an error."},
    {"action_share", 0.50, 0, 0.99, false, "The action should take at least this share of the words."},
    {"i_share", 0.60, 0, 0.99, false, "Of I and we in the action at least this share should be I."},
    {"i_share_most", 0.97, 0.01, 1, false, "Above this share of I nobody else is in the action."},
    {"i_or_we_words", 4, 1, 1000, true, "I and we are compared once there are so many of both."},
    {"i_blind_people", 5, 0, 100000, true, "A scope of more people is not led by I alone."},
    {"result_numbers", 2, 2, 100, true, "The result should have so many numbers."},
    {"hedged_share", 0.015, 0, 1, false, "Hedges may take this share of the words."},
    {"passives_per_100", 2, 0, 100, false, "The action may have so many passives in 100 words."},
    {"jargon_words", 3, 0, 1000, true, "A story may have so many different words in capitals."},
    {"conflict_words", 1, 1, 100, true, "The action should have so many words of doubt or resistance."},
    {"decision_words", 1, 1, 100, true, "The action should have so many decisions of yours."},
    {"reflection_words", 8, 1, 500, true, "A reflection of fewer words is none."},
    {"old_years", 3, 1, 100, true, "A story that ended so many years ago is old."},
    {"old_error_years", 5, 1, 100, true, "After so many years an old story is an error."},
    {"blame_times", 2, 1, 100, true, "Blaming others so often is too much without a fault of yours."},
    {"buzz_times", 1, 1, 100, true, "So many buzzwords are too many."},
    {"lead_questions", 2, 1, 100, true, "One story may answer so many questions of one debrief."},
}};

}  // namespace

const std::array<LintLimitRow, kLintLimitCount>& lint_limits() { return kLimits; }

std::optional<LintLimit> find_lint_limit(std::string_view key) {
  const auto* found = std::ranges::find(kLimits, key, &LintLimitRow::key);
  if (found == kLimits.end()) return std::nullopt;
  return static_cast<LintLimit>(found - kLimits.begin());
}

LintSettings::LintSettings() : limits() { std::ranges::transform(kLimits, limits.begin(), &LintLimitRow::usual); }

}  // namespace starling
