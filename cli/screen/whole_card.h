// A card with all its text: questions, answers, options, where it lies.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string whole_card_screen(const WholeCard& whole, const Style& style, int width);

}  // namespace starling
