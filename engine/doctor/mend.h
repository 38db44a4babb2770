// What `doctor --fix` does: the small things that need no decision.
#pragma once

#include <string>

#include "doctor/finding.h"

namespace starling {

// A sentence that says what was done. Throws FileError.
std::string mend(const Mend& mend);

}  // namespace starling
