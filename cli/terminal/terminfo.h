// What the terminal database knows of a terminal.
#pragma once

#include <optional>

#include "cli/terminal/terminal.h"

namespace starling {

// Of the terminal that $TERM names, on standard output. Nothing for one that is not known or cannot move its cursor.
[[nodiscard]] std::optional<ScreenCodes> screen_codes();

}  // namespace starling
