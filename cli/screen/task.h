// One task of the plan as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string task_screen(const WholeTask& whole, const Style& style, int width);
// What to do, to open and to learn, without its heading.
[[nodiscard]] std::string task_body(const WholeTask& whole, const Style& style, int width);

}  // namespace starling
