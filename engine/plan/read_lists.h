// What is listed: checklists, trackers, advice and readings.
#pragma once

#include "plan/reading.h"

namespace starling {

// Before the days, which name them.
void read_links(Fields& root, PlanReading& reading);
void read_lists(Fields& root, PlanReading& reading);

}  // namespace starling
