// One plan as it is being read, part by part. Every part reports its own mistakes and goes on.
#pragma once

#include "plan/record.h"

namespace starling {

struct PlanReading {
  Findings findings;
  Plan plan;
  // Tasks, goals, gates and checklist items: what a learner ticks by its id alone.
  TakenIds tickable;
};

}  // namespace starling
