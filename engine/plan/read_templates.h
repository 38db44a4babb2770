// The templates of a day.
#pragma once

#include "plan/reading.h"

namespace starling {

void read_templates(Fields& root, PlanReading& reading);

}  // namespace starling
