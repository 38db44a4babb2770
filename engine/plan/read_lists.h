// What is listed: checklists, trackers, advice and readings.
#pragma once

#include "plan/reading.h"

namespace starling {

void read_lists(Fields& root, PlanReading& reading);

}  // namespace starling
