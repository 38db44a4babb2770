#include "cli/wire/contest.h"

#include <numeric>
#include <utility>

#include "cli/wire/json.h"

namespace starling {

namespace {

Json mean_of(const ContestBound& bound) { return bound.mean ? Json(rounded(*bound.mean, 5)) : Json(); }

Json scenario_json(const Contest& contest) {
  const Course& course = contest.course;
  Json seeds = Json::array();
  for (const Seed seed : contest.seeds) seeds.push_back(seed.value);
  return {{"cards", std::accumulate(course.fresh.begin(), course.fresh.end(), 0)},
          {"days", course.days},
          {"minutes", course.minutes},
          {"refit_days", contest.refit_days ? Json(*contest.refit_days) : Json()},
          {"skip", contest.skip},
          {"seeds", std::move(seeds)}};
}

}  // namespace

std::string contest_json(const Contest& contest, const ContestResult& result) {
  Json json = reply();
  json["scenario"] = scenario_json(contest);
  json["policies"] = Json::array();
  for (const ContestLine& line : result.lines)
    json["policies"].push_back({{"truth", line.nature},
                                {"policy", line.name},
                                {"setting", line.settings},
                                {"hours", rounded(line.hours, 2)},
                                {"mean", rounded(line.mean, 5)},
                                {"low_decile", rounded(line.low_decile, 5)},
                                {"forgotten", rounded(line.forgotten, 2)},
                                {"most_minutes_in_a_day", rounded(line.most_minutes, 2)},
                                {"keeps_minutes", line.keeps_minutes}});
  json["bound"] = {{"mean", mean_of(result.bounds.front())}};
  json["bounds"] = Json::array();
  for (const ContestBound& bound : result.bounds) json["bounds"].push_back({{"truth", bound.nature}, {"mean", mean_of(bound)}});
  return line_of(json);
}

}  // namespace starling
