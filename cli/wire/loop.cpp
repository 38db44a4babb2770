#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json told_json(const Story* story, std::size_t principle) {
  if (!story) return nullptr;
  bool primary = false;
  for (const Angle& angle : story->angles) primary = primary || (angle.principle == principle && angle.strength == Strength::Primary);
  return {{"id", story->id}, {"title", story->title}, {"strength", primary ? "primary" : "secondary"}, {"quality", rounded(quality(*story), 2)}};
}

Json principle_head(std::size_t place) {
  const Principle& principle = principles()[place];
  return {{"id", principle.id}, {"code", principle.code}, {"name", principle.name}};
}

Json round_json(const Round& round) {
  return {{"id", round.id},
          {"title", round.title},
          {"kind", to_string(round.kind)},
          {"interviewer", text_or_null(round.interviewer)},
          {"minutes", round.minutes ? Json(*round.minutes) : Json(nullptr)},
          {"on", day_json(round.on)},
          {"used", round.used}};
}

Json loop_round_json(const LoopRound& of) {
  Json json = round_json(of.round);
  json["over"] = of.over;
  json["shared"] = of.shared;
  json["principles"] = Json::array();
  for (const LoopPlace& place : of.places) {
    Json each = principle_head(place.principle);
    each["story"] = told_json(place.story, place.principle);
    each["backup"] = told_json(place.backup, place.principle);
    json["principles"].push_back(std::move(each));
  }
  return json;
}

Json loop_gap_json(const LoopGap& gap) {
  return {{"round", gap.round},
          {"principle", principles()[gap.principle].id},
          {"missing", gap.backup_only ? "backup" : "story"},
          {"action", gap.action},
          {"story", gap.story ? Json(gap.story->id) : Json(nullptr)}};
}

Json sheet_place_json(const RoundSheetPlace& place) {
  Json json = principle_head(place.principle);
  json["stories"] = Json::array();
  for (const SheetStory& each : place.stories) {
    Json story = told_json(each.story, place.principle);
    story["backup"] = &each != &place.stories.front();
    story["opening"] = each.opening;
    story["figures"] = each.figures;
    json["stories"].push_back(std::move(story));
  }
  return json;
}

}  // namespace

std::string to_json(const LoopView& view) {
  Json json = reply();
  json["date"] = to_string(view.date);
  json["level"] = view.level;
  json["source"] = view.guess ? "usual" : "loop.toml";
  json["earlier_rounds"] = view.earlier;
  json["summary"] = {{"rounds", view.rounds.size()}, {"places", view.places()}, {"with_story", view.with_story()}, {"with_backup", view.with_backup()}};
  json["rounds"] = Json::array();
  for (const LoopRound& each : view.rounds) json["rounds"].push_back(loop_round_json(each));
  json["uncovered"] = Json::array();
  for (const LoopGap& gap : view.gaps) json["uncovered"].push_back(loop_gap_json(gap));
  json["unasked"] = Json::array();
  for (const std::size_t principle : view.unasked) json["unasked"].push_back(principles()[principle].id);
  return line_of(json);
}

std::string to_json(const RoundSheetView& view) {
  Json json = reply();
  json["date"] = to_string(view.date);
  json["round"] = round_json(view.round.round);
  json["round"]["over"] = view.round.over;
  json["principles"] = Json::array();
  for (const RoundSheetPlace& place : view.places) json["principles"].push_back(sheet_place_json(place));
  json["questions"] = view.questions;
  return line_of(json);
}

std::string rounds_json(const std::optional<Deed>& deed, std::span<const Round> rounds, const std::string& text) {
  Json json = reply();
  json["deed"] = deed ? Json(to_string(deed->id)) : Json(nullptr);
  json["rounds"] = Json::array();
  for (const Round& round : rounds) {
    Json each = round_json(round);
    each["principles"] = Json::array();
    for (const std::size_t principle : round.principles) each["principles"].push_back(principles()[principle].id);
    json["rounds"].push_back(std::move(each));
  }
  json["text"] = text;
  return line_of(json);
}

}  // namespace starling
