// The page for the eve of the interview, to print on one sheet of paper.
#pragma once

#include <string>

#include "view/view.h"

namespace starling {

// The more it holds, the smaller it is printed.
[[nodiscard]] std::string sheet_page(const SheetView& view);

}  // namespace starling
