#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

Json win_json(const Win& win) {
  return {{"number", win.number},
          {"deed", to_string(win.deed)},
          {"day", to_string(win.day)},
          {"text", win.what.text},
          {"tags", win.what.tags},
          {"kind", text_or_null(win.what.kind)},
          {"year", win.what.year ? Json(*win.what.year) : Json(nullptr)},
          {"story", text_or_null(win.story)}};
}

std::string wins_json(std::span<const Win> wins) {
  Json json = reply();
  json["wins"] = Json::array();
  for (const Win& win : wins) json["wins"].push_back(win_json(win));
  return line_of(json);
}

std::string mined_json(std::span<const MinedPrompt> prompts) {
  Json json = reply();
  json["prompts"] = Json::array();
  for (const MinedPrompt& mined : prompts)
    json["prompts"].push_back({{"kind", mined.prompt.kind},
                               {"year", mined.prompt.year ? Json(*mined.prompt.year) : Json(nullptr)},
                               {"text", mined.prompt.text},
                               {"win", mined.win ? Json(mined.win->number) : Json(nullptr)}});
  return line_of(json);
}

}  // namespace starling
