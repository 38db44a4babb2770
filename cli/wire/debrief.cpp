#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

Json from_interview_json(const FromInterview& left) {
  if (!left.last) return nullptr;
  Json json{{"day", to_string(*left.last)},
            {"outcome", left.outcome ? Json(left.outcome->result) : Json()},
            {"reasons", left.reasons},
            {"follow_ups", Json::array()},
            {"low", Json::array()}};
  for (const HurtFollowUp& each : left.hurt)
    json["follow_ups"].push_back({{"text", each.text}, {"question", each.question}, {"principle", text_or_null(each.principle)},
                                  {"story", text_or_null(each.story)}});
  for (const WeakSpot& spot : left.low)
    json["low"].push_back({{"kind", spot.kind}, {"id", spot.id}, {"rating", rounded(spot.rating, 2)}, {"questions", spot.questions}});
  return json;
}

std::string debrief_json(const DebriefView& view, const std::optional<NoteWritten>& written) {
  Json json = reply();
  json["questions"] = Json::array();
  for (const auto* asked : view.questions)
    json["questions"].push_back({{"deed", to_string(asked->deed)},
                                 {"day", to_string(asked->day)},
                                 {"question", asked->what.question},
                                 {"principle", text_or_null(asked->what.principle)},
                                 {"story", text_or_null(asked->what.story)},
                                 {"follow_ups", asked->what.follow_ups},
                                 {"rating", asked->what.rating ? Json(*asked->what.rating) : Json()}});
  json["outcomes"] = Json::array();
  for (const auto* outcome : view.outcomes)
    json["outcomes"].push_back({{"deed", to_string(outcome->deed)}, {"day", to_string(outcome->day)}, {"result", outcome->what.result},
                                {"reasons", outcome->what.reasons}});
  if (written) json["note"] = note_json(*written);
  return line_of(json);
}

}  // namespace starling
