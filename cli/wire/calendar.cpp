#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json event_json(const PlanEvent& each, const DayRule& rule) {
  const CalendarEvent& event = each.event;
  Json tasks = Json::array();
  for (const Task* task : each.tasks) tasks.push_back(task->id);
  return {{"uid", event.uid},
          {"kind", to_string(each.kind)},
          {"date", to_string(event.date)},
          {"start", event.start ? Json(rule.iso(*event.start)) : Json(nullptr)},
          {"minutes", event.start ? Json(event.length.count()) : Json(nullptr)},
          {"busy", event.busy},
          {"title", event.title},
          {"text", event.text},
          {"tasks", std::move(tasks)}};
}

}  // namespace

std::string calendar_json(const CalendarView& view, const EventCalendar& calendar, const DayRule& rule, const std::string& file) {
  Json json = reply();
  json["plan"] = view.plan->id;
  json["zone"] = rule.zone();
  json["from"] = to_string(view.first);
  json["to"] = to_string(view.last);
  json["sequence"] = calendar.sequence;
  json["made"] = rule.iso(calendar.made);
  if (!file.empty()) json["file"] = file;
  json["events"] = Json::array();
  for (const PlanEvent& each : view.events) json["events"].push_back(event_json(each, rule));
  return line_of(json);
}

}  // namespace starling
