// Is one row of predictions better than another by more than chance?
#pragma once

#include <span>

#include "fit/judge.h"
#include "fit/review_log.h"

namespace starling {

// Below this a lower log loss may as well be chance.
inline constexpr double kSureEnough = 0.95;

// The bootstrap (B. Efron, 1979) over cards, since the answers to one card hang together: of many samples of as many
// cards, drawn with replacement, the share in which `ours` has the lower log loss. Both are predictions of the items in
// the range, in the order of time. 0 where no card has an item there. Equal arguments give equal shares.
[[nodiscard]] double certainty(const ReviewLog& log, const Items& items, ItemRange range, std::span<const float> ours,
                               std::span<const float> theirs);

}  // namespace starling
