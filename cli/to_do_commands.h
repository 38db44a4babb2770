// The calls that do a thing of the day, for those who have no terminal or go their own way.
#pragma once

#include <string>
#include <vector>

#include "view/view.h"

namespace starling {

// In the order to call them; words in capitals are to be filled in.
[[nodiscard]] std::vector<std::string> commands_of(const ToDo& doing);

}  // namespace starling
