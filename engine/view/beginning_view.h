// How a study folder begins, or goes on after its dates were changed.
#pragma once

#include <string>
#include <vector>

#include "calendar/calendar.h"

namespace starling {

struct BeginningView {
  std::string home;
  bool made = false;  // there was none before
  std::string level;
  Day start{};
  Day interview{};
  double hours_per_week = 0;
  std::vector<std::string> warnings;  // of unwise dates
};

}  // namespace starling
