// What is measured: metrics, gates and the curve.
#pragma once

#include "plan/reading.h"

namespace starling {

void read_measures(Fields& root, PlanReading& reading);

}  // namespace starling
