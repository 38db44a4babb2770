// Plain, with no interval longer than half the days that were left (after N. Cepeda and others, 2008): the best rule of one
// line.
#pragma once

#include "contest/rival.h"

namespace starling {

[[nodiscard]] Rival half_left_rival(double retention);

}  // namespace starling
