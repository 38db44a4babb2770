// What the lint says, as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "lint/lint.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string lint_screen(const LintView& view, const Style& style, int width);
[[nodiscard]] std::string lint_rules_screen(std::span<const LintRuleView> rules, const LintSettings& settings,
                                            const Style& style, int width);

}  // namespace starling
