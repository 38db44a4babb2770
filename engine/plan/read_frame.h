// Levels, allocations, phases, months and weeks with their goals.
#pragma once

#include "plan/reading.h"

namespace starling {

void read_frame(Fields& root, PlanReading& reading);

}  // namespace starling
