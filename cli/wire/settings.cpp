#include "cli/wire/settings.h"

#include "cli/wire/json.h"

namespace starling {

std::string settings_json(std::span<const SettingView> views, const std::optional<SettingsNews>& news) {
  Json json = reply();
  if (news) json["changed"] = news->changed;
  if (news && !news->warnings.empty()) json["warnings"] = news->warnings;
  json["settings"] = Json::array();
  for (const SettingView& view : views)
    json["settings"].push_back(
        {{"key", view.key}, {"value", setting_json(view.value)}, {"default", setting_json(view.otherwise)}});
  return line_of(json);
}

std::string breaks_json(std::span<const DaySpan> breaks, const std::optional<std::array<double, 2>>& recall,
                        std::span<const std::string> warnings) {
  Json json = reply();
  json["breaks"] = spans_json(breaks);
  if (recall) json["recall"] = {{"before", rounded((*recall)[0])}, {"after", rounded((*recall)[1])}};
  if (!warnings.empty()) json["warnings"] = warnings;
  return line_of(json);
}

}  // namespace starling
