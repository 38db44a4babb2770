// What was done, in one line.
#pragma once

#include <string>

#include "report/report.h"

namespace starling {

// "4 reviews, 1 of them new, 2 tellings, 12 min"; what is nothing is left out, and "no cards or tellings yet" where all is.
[[nodiscard]] std::string done_words(const Done& done);

}  // namespace starling
