// What counts most where there is not time for everything?
#pragma once

#include "plan/parts.h"

namespace starling {

// From 0 to 4. Mock interviews come first (S60), then stories and what the timeline counts by problems and designs, then
// its other tasks and our own that count, then ours; what is optional comes last.
[[nodiscard]] int impact_of(const Task& task);

}  // namespace starling
