#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json question_json(const ProbeQuestion& question) {
  return {{"ask", question.ask},
          {"layer", to_string(question.layer)},
          {"rule", question.rule},
          {"from", text_or_null(question.from)},
          {"principle", question.principle ? Json(principles()[*question.principle].id) : Json(nullptr)}};
}

Json number_json(const std::optional<int>& number) { return number ? Json(*number) : Json(nullptr); }

}  // namespace

std::string probes_json(const ProbesView& view, std::span<const DrillStep> steps) {
  Json json = reply();
  json["story"] = view.story->id;
  json["probes"] = Json::array();
  for (const ProbeRow& row : view.rows) {
    Json each = question_json(row.question);
    each["probe"] = number_json(row.probe);
    each["answered"] = row.answered;
    json["probes"].push_back(std::move(each));
  }
  json["drill"] = Json::array();
  for (const DrillStep& step : steps) {
    Json each = question_json(step.question);
    each["move"] = to_string(step.move);
    each["probe"] = step.followup ? number_json(view.story->followups[*step.followup].probe) : Json(nullptr);
    json["drill"].push_back(std::move(each));
  }
  return line_of(json);
}

}  // namespace starling
