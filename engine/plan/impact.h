// What counts most where there is not time for everything?
#pragma once

#include "plan/parts.h"

namespace starling {

// From 0 to 4. Mock interviews come first (S60), then what gates count: stories, problems, designs, services, patterns,
// concepts, whoever asked for them. Then the timeline's other tasks, then ours; what is optional comes last.
[[nodiscard]] int impact_of(const Task& task);

}  // namespace starling
