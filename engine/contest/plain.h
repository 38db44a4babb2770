// Every card when its recall is down to one desired retention.
#pragma once

#include "contest/rival.h"

namespace starling {

// Whole days from a review to the next one, at least 1.
[[nodiscard]] int plain_interval(const Desk& desk, const ContestCard& card, double retention);

[[nodiscard]] Rival plain_rival(double retention);

}  // namespace starling
