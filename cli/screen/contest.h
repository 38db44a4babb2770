// Ways to review set beside each other, as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "contest/contest.h"

namespace starling {

[[nodiscard]] std::string contest_screen(const Contest& contest, const ContestResult& result, const Style& style, int width);

}  // namespace starling
