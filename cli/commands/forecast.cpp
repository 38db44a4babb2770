// `forecast`: reviews and minutes of the coming days, as things stand and as the plan goes on.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/open_study.h"
#include "cli/progress.h"
#include "cli/screen/forecast.h"
#include "cli/terminal/terminal.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr int kLearners = 50;
constexpr Seed kSeed{1};  // fixed: the same folder on the same day gives the same forecast
constexpr int kUsualDays = 60;

constexpr Option<Whole> kDays{"--days", "N", "how many; 60 without", {1, 730}};

Exit run_forecast(const Arguments& arguments, World& world) {
  const int days = arguments.value(kDays).value_or(kUsualDays);
  const auto study = open_study(arguments, world);
  Run run;
  run.scenario = study->scenario(days);
  run.believed = study->model().weights();
  Effort effort;
  effort.learners = kLearners;
  effort.seed = kSeed;
  effort.threads = world.threads;
  effort.memorised = false;
  effort.skips = false;  // what a day asks of whoever studies on it

  const Interrupt interrupt;
  std::optional<std::vector<Simulation>> results;
  {
    ProgressLine progress(arguments, world, "simulating");
    results = simulate(std::span(&run, 1), effort, {&interrupt.asked(), [&](double share) { progress.show(share); }});
  }
  if (!results) {
    if (!arguments.quiet) world.err << kStopped;
    return Exit::NotMet;
  }
  ForecastView forecast = forecast_view(study->agenda(), run.scenario, std::move(results->front().days));
  forecast.lived = run.scenario.lived;
  forecast.breaks = breaks_between(study->settings(), study->now().day, study->now().day + std::chrono::days(days - 1));
  world.out << (arguments.json ? to_json(forecast)
                               : forecast_screen(forecast, Style(world.colour), text_width(world),
                                                 world.terminal ? world.terminal->rows() : 1000));
  return Exit::Ok;
}

}  // namespace

const Command kForecastCommand{.name = "forecast",
                               .summary = "reviews and minutes of the coming days",
                               .options = {&kDays},
                               .examples = {"starling forecast", "starling forecast --days 14 --json"},
                               .pages = true,
                               .run = run_forecast};

}  // namespace starling
