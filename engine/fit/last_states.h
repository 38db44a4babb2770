// The memory that a whole log leaves behind: for logs of other programs, which hold reviews and no states.
#pragma once

#include <vector>

#include "fit/review_log.h"
#include "memory/memory.h"

namespace starling {

// Of each card after its last review, by card; in single precision, as fits reckon. What becomes part of a history is
// replayed by the model itself.
[[nodiscard]] std::vector<MemoryState> last_states(const ReviewLog& log, const Weights& weights, int threads);

}  // namespace starling
