#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

void put(Json& json, const Foreseen& recall) {
  json["forecast"] = rounded(recall.forecast);
  json["low"] = rounded(recall.low);
  json["high"] = rounded(recall.high);
}

Json parts_json(std::string_view name, const std::vector<ReadinessPart>& parts) {
  Json list = Json::array();
  for (const ReadinessPart& part : parts) {
    Json json{{std::string(name), part.id}, {"title", part.title}, {"items", part.items}, {"begun", part.begun},
              {"if_you_stop_now", rounded(part.if_you_stop_now)}};
    put(json, part.recall);
    list.push_back(std::move(json));
  }
  return list;
}

Json assumptions_json(const ReadinessView& view) {
  return {{"minutes_per_day", rounded(view.minutes_per_day, 1)},
          {"policy", to_string(view.policy)},
          {"auto", view.policy_word == kAutoPolicy},
          {"waits_for_date", view.waits_for_date},
          {"study_days", view.study_days},
          {"lived", rounded(view.lived)},
          {"new_cards_to_come", view.new_to_come},
          {"practised_to_come", view.practised_to_come},
          {"weights", view.weights},
          {"stability_low", rounded(low_factor({view.stray, view.doubt}))},
          {"stability_high", rounded(high_factor({view.stray, view.doubt}))}};
}

Json recall_json(const ReadinessView& view) {
  return {{"items", view.items},
          {"begun", view.begun},
          {"if_you_stop_now", rounded(view.if_you_stop_now)},
          {"forecast", rounded(view.recall.forecast)},
          {"forecast_low", rounded(view.recall.low)},
          {"forecast_high", rounded(view.recall.high)},
          {"lowest_tenth", rounded(view.lowest_tenth)},
          {"never_begun", view.never_begun},
          {"bound", rounded(view.bound)}};
}

Json dose_json(const ReadinessView& view) {
  Json list = Json::array();
  for (const ReadinessDose& dose : view.dose) {
    Json json{{"minutes", rounded(dose.minutes, 1)}, {"lowest_tenth", rounded(dose.lowest_tenth)}, {"hours", rounded(dose.hours, 1)}};
    put(json, dose.recall);
    list.push_back(std::move(json));
  }
  return list;
}

Json ways_json(const ReadinessView& view) {
  Json list = Json::array();
  for (const WayForeseen& each : view.guard->ways) {
    Json json{{"policy", to_string(each.way.policy)},
              {"retention", each.way.retention},
              {"lowest_tenth", rounded(each.lowest_tenth[1])},
              {"in_doubt", rounded(in_doubt(each.recall))},
              {"lowest_tenth_in_doubt", rounded(in_doubt(each.lowest_tenth))},
              {"hours", rounded(each.hours, 1)},
              {"merit", rounded(each.merit)},
              {"now", &each == way_now(view)}};
    if (each.way.base_price) json["base_price"] = *each.way.base_price;
    put(json, {each.recall[1], each.recall[0], each.recall[2]});
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::string to_json(const ReadinessView& view) {
  Json json = reply();
  json["date"] = to_string(view.today);
  json["interview"] = to_string(view.interview);
  json["assumptions"] = assumptions_json(view);
  json["recall"] = recall_json(view);
  json["earlier"] = Json::array();
  for (const ReadinessEarlier& earlier : view.earlier) {
    json["earlier"].push_back({{"date", to_string(earlier.date)}, {"title", earlier.title}, {"items", earlier.items}});
    put(json["earlier"].back(), earlier.recall);
  }
  json["path"] = Json::array();
  json["stop"] = Json::array();
  for (const ReadinessPoint& point : view.path) {
    Json at{{"date", to_string(point.date)}};
    put(at, point.recall);
    json["path"].push_back(std::move(at));
    json["stop"].push_back({{"date", to_string(point.date)}, {"recall", rounded(point.if_you_stop_then)}});
  }
  json["dose"] = dose_json(view);
  json["areas"] = parts_json("area", view.areas);
  json["decks"] = parts_json("deck", view.decks);
  json["principles"] = parts_json("id", view.principles);
  json["stories"] = parts_json("story", view.stories);
  json["covered"] = view.covered;
  json["moves"] = Json::array();
  for (const ReadinessMove& move : view.moves)
    json["moves"].push_back({{"text", move.text}, {"minutes", move.minutes}, {"gain", rounded(move.gain)}, {"note", move.note}});
  if (view.guard) {
    json["ways"] = ways_json(view);
    if (view.best) {
      json["best_policy"] = to_string(view.best->policy);
      if (view.best->base_price) json["best_base_price"] = *view.best->base_price;
    }
  }
  const Recalled& tests = view.calibration.tests;
  json["calibration"] = {{"answers", tests.answers},
                         {"recalled", rounded(tests.share())},
                         {"predicted", tests.answers > 0 ? rounded(view.calibration.predicted) : Json(nullptr)}};
  return line_of(json);
}

}  // namespace starling
