// Plain, and in the last two weeks once more over everything.
#pragma once

#include <functional>
#include <vector>

#include "contest/rival.h"

namespace starling {

// Those that `is_due`, and from two weeks before the interview on those that were not asked since then: lowest recall first.
[[nodiscard]] std::vector<int> with_final_pass(const Desk& desk, const std::function<bool(const ContestCard&)>& is_due);

[[nodiscard]] Rival final_pass_rival(double retention);

}  // namespace starling
