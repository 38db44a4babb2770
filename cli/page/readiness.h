// What will be known on the day of the interview, as a page to print or to read on a telephone.
#pragma once

#include <string>

#include "view/view.h"

namespace starling {

[[nodiscard]] std::string readiness_page(const ReadinessView& view);

}  // namespace starling
