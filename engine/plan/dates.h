// Are the dates of the plan wise?
#pragma once

#include <string>
#include <vector>

#include "plan/timeline.h"

namespace starling {

// What is unwise about them, in words: a mock on or after T-7 (C24), an interview before the start, before the week in
// which the plan has its T-30, or after the plan's end.
[[nodiscard]] std::vector<std::string> date_warnings(const Timeline& timeline);

}  // namespace starling
