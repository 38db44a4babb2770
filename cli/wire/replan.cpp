#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json gates_ahead_json(std::span<const GateAhead> gates) {
  Json json = Json::array();
  for (const GateAhead& each : gates)
    json.push_back({{"id", each.gate->id},
                    {"text", each.gate->text},
                    {"foreseen", rounded(each.foreseen)},
                    {"target", each.gate->target},
                    {"unit", each.gate->unit},
                    {"due", to_string(each.due)}});
  return json;
}

Json effect_json(const ReplanEffect& effect) {
  return {{"interview", to_string(effect.interview)},
          {"weeks_left_out", effect.weeks_left_out},
          {"tasks_left_out", effect.tasks_left_out},
          {"minutes_left_out", effect.minutes_left_out},
          {"tasks_behind", effect.tasks_behind},
          {"tasks_moved", effect.moved},
          {"minutes_a_day", rounded(effect.minutes_a_day, 1)},
          {"fullest_week_minutes", effect.fullest_week},
          {"gates_out_of_reach", gates_ahead_json(effect.out_of_reach)},
          {"recall", rounded(effect.recall)},
          {"warnings", effect.warnings}};
}

}  // namespace

std::string replan_json(const ReplanView& view, const std::optional<Deed>& applied) {
  Json json = reply();
  json["date"] = to_string(view.today);
  Json most = Json::array();
  for (const BehindTask& each : view.behind_most)
    most.push_back({{"id", each.task->id}, {"title", each.task->title}, {"date", to_string(each.date)}, {"minutes", each.minutes}});
  json["behind"] = {{"tasks", view.behind}, {"minutes", view.behind_minutes}, {"most", std::move(most)}};
  json["left_off_in_week"] = view.left_off ? Json(*view.left_off) : Json();
  json["now"] = effect_json(view.now);
  json["options"] = Json::array();
  for (const ReplanOption& option : view.options)
    json["options"].push_back({{"way", to_string(option.way)},
                               {"title", option.title},
                               {"text", option.text},
                               {"effect", effect_json(option.effect)}});
  json["deed"] = applied ? Json(to_string(applied->id)) : Json();
  return line_of(json);
}

std::string to_json(const InterviewDate& view) {
  Json json = reply();
  json["interview"] = to_string(view.date);
  json["days_left"] = view.days_left;
  json["by"] = view.own ? "settings" : "plan";
  return line_of(json);
}

}  // namespace starling
