#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json number_or_null(int number) { return number == 0 ? Json(nullptr) : Json(number); }

}  // namespace

std::string search_json(const SearchView& view, const std::string& query) {
  Json json = reply();
  json["query"] = query;
  json["count"] = view.count;
  json["found"] = Json::array();
  for (const SearchRow& row : view.rows)
    json["found"].push_back({{"item", row.id}, {"kind", row.kind}, {"deck", text_or_null(row.deck)},
                             {"title", text_or_null(row.title)}, {"field", row.passage.name},
                             {"text", row.passage.text}, {"week", number_or_null(row.week)},
                             {"day", number_or_null(row.day)}, {"date", day_json(row.date)}});
  return line_of(json);
}

}  // namespace starling
