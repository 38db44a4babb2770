// A week or a month looked back on, as a page to print or to read on a telephone.
#pragma once

#include <string>

#include "view/view.h"

namespace starling {

[[nodiscard]] std::string week_page(const WeekReport& report);
// With a line below each question for the learner's own words, on paper.
[[nodiscard]] std::string month_page(const MonthReport& report);

}  // namespace starling
