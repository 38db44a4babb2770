// The rounds with their stories, and the page for one interviewer, to print.
#pragma once

#include <string>

#include "view/view.h"

namespace starling {

[[nodiscard]] std::string loop_page(const LoopView& view);
// One sheet of paper.
[[nodiscard]] std::string round_sheet_page(const RoundSheetView& view);

}  // namespace starling
