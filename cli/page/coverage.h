// Story coverage as a page to print: the table, the matrix drawn, and what comes next.
#pragma once

#include <string>

#include "view/view.h"

namespace starling {

// Of the stories; prints on A4 and Letter.
[[nodiscard]] std::string coverage_page(const CoverageReport& report);

}  // namespace starling
