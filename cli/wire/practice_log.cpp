#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json scores_json(std::span<const PartScore> scores) {
  Json json = Json::object();
  for (const PartScore& part : scores) json[part.name] = part.score;
  return json;
}

}  // namespace

std::string written_json(const Deed& deed, const std::string& text, const std::optional<TaskView>& task) {
  Json json = reply();
  json["deed"] = to_string(deed.id);
  json["day"] = to_string(deed.day);
  json["text"] = text;
  json["task"] = task ? task_json(*task) : Json();
  json["item"] = nullptr;
  if (const Answered* answer = answer_in(deed)) json["item"] = answer->item.text();
  return line_of(json);
}

std::string to_json(const MocksView& view) {
  Json json = reply();
  json["mocks"] = Json::array();
  for (const MockRow& row : view.mocks)
    json["mocks"].push_back({{"deed", to_string(row.deed)},
                             {"day", to_string(row.day)},
                             {"type", row.mock->type},
                             {"level", row.mock->level.empty() ? Json() : Json(row.mock->level)},
                             {"minutes", rounded(row.mock->minutes, 1)},
                             {"scores", scores_json(row.mock->scores)},
                             {"mean", rounded(row.mean, 2)},
                             {"feedback", row.mock->feedback},
                             {"open", row.open},
                             {"note", row.mock->note}});
  json["latest"] = scores_json(view.latest);
  return line_of(json);
}

std::string feedback_json(std::span<const FeedbackPoint> points) {
  Json json = reply();
  json["points"] = Json::array();
  for (const FeedbackPoint& point : points)
    json["points"].push_back({{"number", point.number},
                              {"mock", to_string(point.mock)},
                              {"day", to_string(point.day)},
                              {"type", point.type},
                              {"text", point.text},
                              {"closed", point.closed}});
  return line_of(json);
}

std::string metrics_json(std::span<const MetricView> views) {
  Json json = reply();
  json["metrics"] = Json::array();
  for (const MetricView& view : views) {
    const Metric& metric = *view.metric;
    Json one{{"id", metric.id},
             {"title", metric.title},
             {"area", to_string(metric.area)},
             {"unit", metric.unit},
             {"direction", metric.lower_is_better ? "lower" : "higher"},
             {"value", nullptr},
             {"day", nullptr},
             {"before", rounded(view.before, 2)},
             {"target", rounded(view.target, 2)},
             {"met", view.met}};
    if (view.last) {
      one["value"] = rounded(view.last->value, 2);
      one["day"] = to_string(view.last->day);
    }
    if (!metric.levels.empty()) one["levels"] = metric.levels;
    json["metrics"].push_back(std::move(one));
  }
  return line_of(json);
}

}  // namespace starling
