// Ways to review set beside each other, as JSON.
#pragma once

#include <string>

#include "contest/contest.h"

namespace starling {

[[nodiscard]] std::string contest_json(const Contest& contest, const ContestResult& result);

}  // namespace starling
