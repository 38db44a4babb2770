#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json change_json(const PlanChangeView& view) {
  Json json{{"kind", view.kind}};
  if (!view.task.empty()) {
    json["task"] = view.task;
    json["title"] = view.title;
    json["minutes"] = view.minutes;
    json["date"] = day_json(view.on);
  } else if (view.kind == "resumed") {
    json["on"] = day_json(view.on);
    json["week"] = view.week;
  } else {
    json["level"] = view.level;
    json["area"] = to_string(view.area.value());
    json["hours"] = view.hours;
    json["plan_hours"] = view.plan_hours;
  }
  return json;
}

}  // namespace

std::string plan_changes_json(std::span<const PlanChangeView> views) {
  Json json = reply();
  json["changes"] = Json::array();
  for (const PlanChangeView& view : views) json["changes"].push_back(change_json(view));
  return line_of(json);
}

std::string replanned_json(const std::optional<Deed>& deed, std::span<const std::string> tasks, std::span<const DayRoom> days,
                           const std::string& text) {
  Json json = reply();
  json["deed"] = deed ? Json(to_string(deed->id)) : Json();
  json["tasks"] = tasks;
  json["text"] = text;
  json["days"] = Json::array();
  for (const DayRoom& room : days)
    json["days"].push_back({{"date", to_string(room.date)}, {"planned_minutes", room.planned}, {"available_minutes", room.available}, {"off", room.off}});
  return line_of(json);
}

}  // namespace starling
