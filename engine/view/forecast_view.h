// Reviews and minutes of the coming days: as things stand, and as the plan goes on.
#pragma once

#include <optional>
#include <vector>

#include "calendar/calendar.h"
#include "settings/settings.h"
#include "simulate/simulate.h"

namespace starling {

struct ForecastView {
  Day first{};
  std::optional<double> minutes_per_day;
  std::vector<SimulatedDay> days;
  std::vector<int> due;  // by day, as things stand now
  std::vector<DaySpan> breaks = {};  // that touch these days
};

}  // namespace starling
