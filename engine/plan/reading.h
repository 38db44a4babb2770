// The reading of one plan's file, part by part. Every part reports its own mistakes and goes on.
#pragma once

#include "plan/record.h"

namespace starling {

struct PlanReading {
  Findings findings;
  Plan plan;
  // Tasks, goals, gates and checklist items: what a learner ticks by its id alone.
  TakenIds tickable;
};

// Levels, allocations, phases, months and weeks with their goals.
void read_frame(Fields& root, PlanReading& reading);

// Templates of a day, the days and their tasks; relies on the levels.
void read_templates(Fields& root, PlanReading& reading);
void read_days(Fields& root, PlanReading& reading);

// What is measured: metrics, gates and the curve.
void read_measures(Fields& root, PlanReading& reading);

// What is listed: checklists, trackers, advice and readings.
void read_lists(Fields& root, PlanReading& reading);

}  // namespace starling
