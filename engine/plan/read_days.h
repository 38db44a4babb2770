// The days and their tasks.
#pragma once

#include "plan/reading.h"

namespace starling {

// After the levels.
void read_days(Fields& root, PlanReading& reading);

}  // namespace starling
