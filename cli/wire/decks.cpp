#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

std::string decks_json(std::span<const DeckRow> rows) {
  Json json = reply();
  json["decks"] = Json::array();
  for (const DeckRow& row : rows)
    json["decks"].push_back({{"id", row.head.id}, {"title", row.head.title}, {"area", row.head.area},
                             {"file", row.head.file}, {"week", row.week}, {"cards", row.head.cards},
                             {"items", row.items}, {"seen", row.seen}, {"due", row.due}});
  return line_of(json);
}

std::string deck_json(const Deck& deck, int week, std::span<const CardRow> rows) {
  Json json = reply();
  json["deck"] = {{"id", deck.id}, {"title", deck.title}, {"area", deck.area}, {"file", deck.file},
                  {"licence", deck.licence}, {"week", week}};
  json["cards"] = Json::array();
  for (const CardRow& row : rows) {
    Json items = Json::array();
    for (const ItemId& item : row.items) items.push_back(item.text());
    const Face shown = face(*row.card, schedules(*row.card).front(), Seed{0});
    json["cards"].push_back({{"id", row.card->id}, {"kind", to_string(row.card->kind)}, {"line", row.card->line},
                             {"items", std::move(items)}, {"front", shown.front}, {"source", row.card->source}});
  }
  return line_of(json);
}

}  // namespace starling
