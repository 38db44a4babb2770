#include "view/forecast_view.h"

#include <utility>

namespace starling {

ForecastView forecast_view(const Agenda& today, const Scenario& scenario, std::vector<SimulatedDay> days) {
  ForecastView view{today.day().now.day, scenario.minutes_per_day, std::move(days), due_by_day(scenario)};
  const AgendaCounts& counts = today.counts();
  view.days.front().reviews = counts.due;
  view.days.front().fresh = counts.fresh;
  view.days.front().minutes = counts.minutes;
  return view;
}

}  // namespace starling
