#include "plan/read_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "plan/words.h"

namespace starling {

namespace {

std::optional<int> read_number(Fields& fields, std::string_view key, int low, int high) {
  const auto value = fields.integer(key, low, high);
  if (!value) return std::nullopt;
  return static_cast<int>(*value);
}

// Either so many days before the interview, or a day of the plan with the slot that it takes.
void read_checklist_day(Fields& fields, Checklist& list, const Plan& plan) {
  list.days_before = read_number(fields, "days_before", 0, kMostDaysBefore);
  list.week = read_number(fields, "week", 1, plan.weeks);
  list.day = read_number(fields, "day", 1, kDaysOfWeek);
  list.slot = read_enum(fields, "slot", kSlots);
  list.area = read_enum(fields, "area", kAreas);
  list.minutes = read_number(fields, "minutes", 1, kMostMinutes);
  const bool by_interview = fields.has("days_before");
  const bool by_plan = fields.has("week") && fields.has("day");
  if (by_interview && (fields.has("week") || fields.has("day")))
    fields.problem("days_before", "two-days",
                   fmt::format("checklist '{}' has both days_before and a day of the plan", list.id));
  if (!by_interview && !by_plan)
    fields.problem("", "missing", fmt::format("checklist '{}' needs days_before, or week and day", list.id));
}

// Only a gate that is ticked can be the same thing as a line.
std::string read_gate_of_line(Fields& fields, const Plan& plan) {
  std::string gate = fields.text("gate").value_or("");
  const auto is_it = [&](const Gate& each) { return each.id == gate && each.evidence == "self"; };
  if (!gate.empty() && std::ranges::none_of(plan.gates, is_it))
    fields.problem("gate", "unknown-gate", fmt::format("'{}' is no gate of this plan that the learner ticks", gate));
  return gate;
}

void read_checklists(Fields& root, PlanReading& reading) {
  TakenIds taken;
  for (const TomlTable* table : root.tables("checklist")) {
    Fields fields(*table, reading.findings, "a checklist");
    Checklist list;
    list.id = need_id(fields, "checklist", "", taken);
    list.title = fields.need_text("title");
    read_checklist_day(fields, list, reading.plan);
    for (const TomlTable* item_table : fields.tables("items")) {
      Fields item_fields(*item_table, reading.findings, fmt::format("an item of checklist '{}'", list.id));
      ChecklistItem item;
      item.id = need_id(item_fields, "item", "", reading.tickable);
      item.text = item_fields.need_text("text");
      item.gate = read_gate_of_line(item_fields, reading.plan);
      item.origin = need_origin(item_fields);
      item_fields.finish();
      list.items.push_back(std::move(item));
    }
    if (!fields.has("items"))
      fields.problem("", "missing", fmt::format("checklist '{}' has no items", list.id));
    fields.finish();
    reading.plan.checklists.push_back(std::move(list));
  }
}

void read_trackers(Fields& root, PlanReading& reading) {
  TakenIds taken;
  for (const TomlTable* table : root.tables("tracker")) {
    Fields fields(*table, reading.findings, "a tracker");
    Tracker tracker;
    tracker.id = need_word(fields, "id", kTrackers);
    if (!tracker.id.empty()) taken.take(fields, tracker.id);
    tracker.title = fields.need_text("title");
    tracker.fields = fields.texts("fields");
    tracker.origin = need_origin(fields);
    fields.finish();
    reading.plan.trackers.push_back(std::move(tracker));
  }
}

void read_advice(Fields& root, PlanReading& reading) {
  for (const TomlTable* table : root.tables("advice")) {
    Fields fields(*table, reading.findings, "advice");
    Advice advice;
    advice.when = need_word(fields, "when", kOccasions);
    advice.area = read_enum(fields, "area", kAreas);
    advice.text = fields.need_text("text");
    advice.origin = need_origin(fields);
    fields.finish();
    reading.plan.advice.push_back(std::move(advice));
  }
}

void read_readings(Fields& root, PlanReading& reading) {
  TakenIds taken;
  for (const TomlTable* table : root.tables("reading")) {
    Fields fields(*table, reading.findings, "a reading");
    Reading entry;
    entry.id = fields.need_text("id");
    if (!entry.id.empty()) {
      fields.name(fmt::format("reading '{}'", entry.id), entry.id);
      taken.take(fields, entry.id);
      if (!is_numbered(entry.id, 'C', kLastReading))
        fields.problem("id", "bad-id", fmt::format("'{}' is no reading: C1 to C{}", entry.id, kLastReading));
    }
    entry.seed = fields.need_text("seed");
    entry.reading = fields.need_text("reading");
    fields.finish();
    reading.plan.readings.push_back(std::move(entry));
  }
}

}  // namespace

void read_links(Fields& root, PlanReading& reading) {
  TakenIds taken;
  for (const TomlTable* table : root.tables("link")) {
    Fields fields(*table, reading.findings, "a link");
    Link link;
    link.id = need_id(fields, "link", "", taken);
    link.name = fields.need_text("name");
    link.url = fields.need_text("url");
    if (!link.url.empty() && !is_public_address(link.url))
      fields.problem("url", "bad-url", fmt::format("'{}' is no address that begins with https:// and has no blanks", link.url));
    fields.finish();
    reading.plan.links.push_back(std::move(link));
  }
}

void read_lists(Fields& root, PlanReading& reading) {
  read_checklists(root, reading);
  read_trackers(root, reading);
  read_advice(root, reading);
  read_readings(root, reading);
}

}  // namespace starling
