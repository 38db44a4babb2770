// As things stand in a study folder at one moment: what every view is made of. Points at what somebody else holds.
#pragma once

#include "calendar/calendar.h"
#include "history/history.h"
#include "library/library.h"
#include "memory/memory.h"
#include "plan/plan.h"
#include "settings/settings.h"
#include "simulate/simulate.h"

namespace starling {

struct Standpoint {
  const Settings& settings;
  const Library& library;
  const Timeline& timeline;
  const ItemStates& states;
  const PlanProgress& progress;
  const MemoryModel& model;
  const DayRule& rule;
  Moment now;
  const Guard* guard = nullptr;  // which ways to review are foreseen to know most, where they were compared
  const SaidEntries* said = nullptr;  // what commands wrote into plan.toml and loop.toml, where that is known

  // Null where no command wrote it.
  [[nodiscard]] const SaidEntry* said_of(const std::string& what) const {
    if (!said) return nullptr;
    const auto at = said->find(what);
    return at == said->end() ? nullptr : &at->second;
  }
};

}  // namespace starling
