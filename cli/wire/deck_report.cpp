#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json shown_sides_json(const Card& card) {
  Json list = Json::array();
  for (const std::string& schedule : schedules(card)) {
    const Face shown = face(card, schedule, Seed{0});
    list.push_back({{"front", shown.code ? shown.front + "\n" + shown.code_front : shown.front}, {"back", shown.back}});
  }
  return list;
}

}  // namespace

Json flags_json(std::span<const CardFlag> flags) {
  Json list = Json::array();
  for (const CardFlag& flag : flags) list.push_back({{"deed", to_string(flag.deed)}, {"day", to_string(flag.day)}, {"note", flag.note}});
  return list;
}

std::string problems_json(std::span<const Problem> problems, const std::optional<std::vector<MendedFile>>& mended) {
  Json json = reply();
  json["problems"] = Json::array();
  for (const Problem& problem : problems) json["problems"].push_back(problem_json(problem));
  if (mended) {
    json["mended"] = Json::array();
    for (const MendedFile& each : *mended) json["mended"].push_back({{"file", each.file}, {"changed", each.changed}});
  }
  return line_of(json);
}

std::string stale_json(std::span<const StaleCard> stale) {
  Json json = reply();
  json["problems"] = Json::array();
  json["stale"] = Json::array();
  for (const StaleCard& each : stale)
    json["stale"].push_back({{"card", each.deck->id + "/" + each.card->id}, {"file", file_of(*each.deck, *each.card)},
                             {"line", each.card->line}, {"as_of", to_string(each.as_of)}, {"days", each.days},
                             {"source", each.card->source}, {"sides", shown_sides_json(*each.card)}});
  return line_of(json);
}

std::string flags_json(std::span<const FlaggedCard> rows) {
  Json json = reply();
  json["problems"] = Json::array();
  json["flagged"] = Json::array();
  for (const FlaggedCard& row : rows)
    json["flagged"].push_back({{"card", row.id}, {"file", row.file}, {"line", row.line}, {"times", row.times},
                               {"suspended", row.suspended}, {"sides", row.card ? shown_sides_json(*row.card) : Json::array()},
                               {"flags", flags_json(row.flags)}});
  return line_of(json);
}

std::string needs_json(const NeedsGraph& graph) {
  Json json = reply();
  json["deck"] = graph.deck;
  json["cards"] = Json::array();
  for (const NeedsNode& node : graph.nodes) {
    Json needs = Json::array();
    for (const std::size_t need : node.needs) needs.push_back(graph.nodes[need].id);
    json["cards"].push_back({{"id", node.id}, {"front", node.question}, {"outside", node.outside}, {"needs", std::move(needs)}});
  }
  return line_of(json);
}

std::string flagging_json(const Flagging& done, const std::string& card, std::span<const ItemId> items) {
  Json json = reply();
  json["deed"] = to_string(done.deed.id);
  json["item"] = card;
  json["items"] = Json::array();
  for (const ItemId& item : items) json["items"].push_back(item.text());
  json["times"] = done.times;
  json["suspended"] = done.suspended;
  return line_of(json);
}

}  // namespace starling
