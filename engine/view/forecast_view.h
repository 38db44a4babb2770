// Reviews and minutes of the coming days: as things stand, and as the plan goes on.
#pragma once

#include <optional>
#include <vector>

#include "agenda/agenda.h"
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
  double lived = 1;                  // share of days on which this learner is expected to study; the figures are of one who does on each
};

// The first day is what the agenda asks, so that it is what `today` says; the others are the simulation's.
[[nodiscard]] ForecastView forecast_view(const Agenda& today, const Scenario& scenario, std::vector<SimulatedDay> days);

}  // namespace starling
