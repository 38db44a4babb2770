#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json simulation_json(const Run& run, const Simulation& result) {
  Json json = reply();
  json["policy"] = to_string(run.scenario.policy);
  json["retention"] = run.scenario.desired_retention;
  json["lived"] = rounded(run.scenario.lived);
  json["days"] = Json::array();
  int number = 0;
  for (const SimulatedDay& day : result.days)
    json["days"].push_back({{"day", number++}, {"reviews", rounded(day.reviews)}, {"new", rounded(day.fresh)},
                            {"minutes", rounded(day.minutes)}, {"memorised", rounded(day.memorised)}});
  json["totals"] = {{"reviews", rounded(result.reviews)},
                    {"new", rounded(result.fresh)},
                    {"minutes", rounded(result.minutes)},
                    {"mean_recall_at_end", rounded(result.mean_recall_at_end)},
                    {"lowest_decile_recall_at_end", rounded(result.lowest_decile_recall_at_end)},
                    {"most_minutes_in_a_day", rounded(result.most_minutes_in_a_day)},
                    {"mean_memorised", rounded(result.mean_memorised)},
                    {"backlog_at_end", rounded(result.backlog_at_end)},
                    {"unseen_at_end", rounded(result.unseen_at_end)}};
  for (std::size_t i = 0; i < run.scenario.earlier.size(); ++i) {
    const int day = run.scenario.earlier[i].day;
    json["screens"].push_back({{"day", day}, {"opened", opened_before(run.scenario, day)}, {"recalled", rounded(result.recalled_earlier[i])}});
  }
  return json;
}

}  // namespace

std::string simulations_json(std::span<const Run> runs, std::span<const Simulation> results) {
  Json json = reply();
  if (runs.size() == 1) return line_of(simulation_json(runs[0], results[0]));
  for (std::size_t i = 0; i < runs.size(); ++i) json["runs"].push_back(simulation_json(runs[i], results[i]));
  return line_of(json);
}

std::string to_json(const ForecastView& forecast) {
  Json json = reply();
  json["minutes_per_day"] = rounded(forecast.minutes_per_day, 1);
  json["lived"] = rounded(forecast.lived);
  json["days"] = Json::array();
  for (std::size_t i = 0; i < forecast.days.size(); ++i) {
    const SimulatedDay& day = forecast.days[i];
    json["days"].push_back({{"date", to_string(forecast.first + std::chrono::days(i))},
                            {"reviews", rounded(day.reviews, 2)},
                            {"new", rounded(day.fresh, 2)},
                            {"minutes", rounded(day.minutes, 2)},
                            {"due", forecast.due[i]}});
  }
  json["breaks"] = spans_json(forecast.breaks);
  return line_of(json);
}

}  // namespace starling
