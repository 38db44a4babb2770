// One task of the plan as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string task_screen(const WholeTask& whole, const Style& style, int width);

}  // namespace starling
