// The rules by their names, and each with its definition, its reason and its advice.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint_settings.h"

namespace starling {

// In the order in which they are listed. The last looks at what was told, not at the text.
inline constexpr std::array<std::string_view, 21> kLintRules{
    "short",       "long",       "situation-heavy", "action-thin", "we-heavy",      "i-blind", "no-number",
    "one-number",  "no-baseline", "no-date",        "hedged",      "passive",       "jargon",  "no-conflict",
    "no-decision", "no-reflection", "old",          "blame",       "secret",        "buzz",    "same-lead"};

struct LintRuleView {
  std::string_view id;
  std::string definition;              // "Fires when …", with the limits of the settings in it
  std::vector<LintLimit> limits;       // that it goes by
  std::string_view list = {};          // a setting that is a list of words; empty: none
  std::string_view why;
  std::string_view advice;
  bool needs_whole = false;            // waits while a story is a draft
  bool off = false;
};
[[nodiscard]] std::vector<LintRuleView> lint_rule_views(const LintSettings& settings);

}  // namespace starling
