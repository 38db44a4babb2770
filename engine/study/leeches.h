// When an item that is forgotten again and again is told.
#pragma once

#include "study/settings.h"

namespace starling {

// With the lapse that reaches the number of the settings, and again every half of that number further on.
[[nodiscard]] bool tells_leech(const Settings& settings, int lapses_before, int lapses_after);

}  // namespace starling
