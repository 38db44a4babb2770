// Plain, and in the last two weeks once more over everything.
#pragma once

#include "contest/rival.h"

namespace starling {

[[nodiscard]] Rival final_pass_rival(double retention);

}  // namespace starling
