// The page for the eve of the interview, to print on one sheet of paper.
#pragma once

#include <string>

#include "view/view.h"

namespace starling {

// The more it holds, the smaller it is printed.
[[nodiscard]] std::string sheet_page(const SheetView& view);

// CSS for a page of columns that holds about so many letters and is one sheet of paper.
[[nodiscard]] std::string sheet_style(std::size_t letters);

}  // namespace starling
