#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json place_json(const TextPlace& place) { return {{"file", place.path.string()}, {"line", place.line}}; }

Json sides_json(const Card& card) {
  Json sides = Json::array();
  for (const std::string& schedule : schedules(card)) {
    const Face shown = face(card, schedule, Seed{0});
    Json side{{"schedule", schedule}, {"front", shown.front}, {"back", shown.back}};
    if (shown.code) side.update({{"code_front", shown.code_front}, {"code_back", shown.filled}});
    sides.push_back(std::move(side));
  }
  return sides;
}

}  // namespace

std::string whole_card_json(const WholeCard& whole) {
  const Card& card = *whole.card;
  Json json = reply();
  json["card"] = whole.deck->id + "/" + card.id;
  json["deck"] = whole.deck->id;
  json["kind"] = to_string(card.kind);
  json["items"] = Json::array();
  for (const ItemId& item : whole.items) json["items"].push_back(item.text());
  json.update(place_json(whole.place));
  json["own_version"] = card.own.has_value();
  json["sides"] = sides_json(card);
  json["options"] = Json::array();
  for (const ChoiceOption& option : card.options)
    json["options"].push_back({{"text", option.text}, {"correct", option.correct}, {"why_not", option.why_not}});
  json["accept"] = card.accept;
  json["reject"] = card.reject;
  json["extra"] = card.extra;
  json["tags"] = card.tags;
  json["needs"] = card.needs;
  json["source"] = card.source;
  json["retired"] = card.retired;
  return line_of(json);
}

std::string edited_json(const std::string& id, const TextPlace& place, bool changed, const std::string& said,
                        std::span<const Problem> mistakes) {
  Json json = reply();
  json["id"] = id;
  json.update(place_json(place));
  json["changed"] = changed;
  json["text"] = said;
  json["problems"] = Json::array();
  for (const Problem& mistake : mistakes) json["problems"].push_back(problem_json(mistake));
  return line_of(json);
}

std::string renamed_json(std::span<const Renamed> renames, const std::optional<Deed>& deed, const std::string& file) {
  Json json = reply();
  json["deed"] = deed ? Json(to_string(deed->id)) : Json(nullptr);
  json["renamed"] = Json::array();
  for (const Renamed& each : renames) json["renamed"].push_back({{"from", each.from.text()}, {"to", each.to.text()}});
  json["file"] = file.empty() ? Json(nullptr) : Json(file);
  return line_of(json);
}

}  // namespace starling
