#include "cli/wire/contest.h"

#include "cli/wire/json.h"

namespace starling {

std::string contest_json(const ContestResult& result) {
  Json json = reply();
  json["versus"] = Json::array();
  for (const ContestLine& line : result.lines)
    json["versus"].push_back({{"truth", line.nature},
                              {"way", line.name},
                              {"settings", line.settings},
                              {"recall", rounded(line.mean, 5)},
                              {"lowest_decile_recall", rounded(line.low_decile, 5)},
                              {"forgotten", rounded(line.forgotten, 2)},
                              {"hours", rounded(line.hours, 2)},
                              {"keeps_minutes", line.keeps_minutes}});
  json["bounds"] = Json::array();
  for (const ContestBound& bound : result.bounds)
    if (bound.mean) json["bounds"].push_back({{"truth", bound.nature}, {"recall", rounded(*bound.mean, 5)}});
  return line_of(json);
}

}  // namespace starling
