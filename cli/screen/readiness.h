// Readiness as text.
#pragma once

#include <string>
#include <vector>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string readiness_screen(const ReadinessView& view, const Style& style, int width);

// Sentences that screen and page share: what is foreseen, and what is assumed.
[[nodiscard]] std::vector<std::string> readiness_sentences(const ReadinessView& view);
[[nodiscard]] std::vector<std::string> readiness_assumptions(const ReadinessView& view);
// Of the ways to review: which is best, and what that is made of. Empty where they were not compared.
[[nodiscard]] std::vector<std::string> ways_sentences(const ReadinessView& view);
// "plain, 94 %", "deadline, more thorough", "half-left, 90 % (now)".
[[nodiscard]] std::string way_text(const ReadinessView& view, const WayForeseen& each);
// "5 minutes more a day: 12 cards more, for 8 h 45"
[[nodiscard]] std::string move_text(const ReadinessMove& move, int items);
// "95.2 % (93.1 to 96.0 %)"
[[nodiscard]] std::string band_text(const Foreseen& recall);

}  // namespace starling
