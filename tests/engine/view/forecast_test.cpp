// The coming days.
#include <doctest/doctest.h>

#include "scene.h"

namespace starling {
namespace {

using test::Scene;

TEST_CASE("the first day of the forecast has the numbers of today, and the others those of the simulation") {
  Scene scene;
  scene.review("mine/first", "2026-11-20", "2026-11-22");
  const Agenda agenda = scene.agenda();
  Scenario scenario;
  scenario.days = 2;
  const ForecastView view = forecast_view(agenda, scenario, {SimulatedDay{7.5, 3.25, 9, 0}, SimulatedDay{4, 2, 5, 0}});
  CHECK(view.first == scene.now.day);
  CHECK(view.days[0].reviews == agenda.counts().due);
  CHECK(view.days[0].fresh == agenda.counts().fresh);
  CHECK(view.days[0].minutes == agenda.counts().minutes);
  CHECK(view.days[1].reviews == 4);
}

}  // namespace
}  // namespace starling
