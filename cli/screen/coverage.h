// Coverage as text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// In a window of `rows` all sixteen principles and the goal are seen at once, and the more of the rest the higher it is;
// without, everything.
[[nodiscard]] std::string coverage_screen(const CoverageReport& report, const Style& style, int width, std::optional<int> rows);

// Every reason of the goal of the month in a full sentence, and all that a coach would mind beside it.
[[nodiscard]] std::string coverage_why_screen(const CoverageReport& report, const Style& style, int width);

// Principles by stories: P where a story is primary, s where it is secondary; in blocks as wide as the screen.
[[nodiscard]] std::string coverage_matrix_screen(const CoverageReport& report, const Style& style, int width);

// The same as Markdown, and as a table for a spreadsheet: a row a principle, a column a story at the end.
[[nodiscard]] std::string coverage_markdown(const CoverageReport& report);
[[nodiscard]] std::string coverage_csv(const CoverageReport& report);

// Sentences that screen and pages share.
[[nodiscard]] std::vector<std::string> gate_sentences(const Coverage& coverage);
[[nodiscard]] std::vector<std::string> next_sentences(const Coverage& coverage);
[[nodiscard]] std::vector<std::string> leaning_sentences(const BankFacts& facts);
[[nodiscard]] std::vector<std::string> win_sentences(const CoverageReport& report);
[[nodiscard]] std::string core_sentence(const CoreOfBank& core);
[[nodiscard]] std::vector<std::string> aim_sentences(const CoverageReport& report);

}  // namespace starling
