#include "plan/read_templates.h"

#include <fmt/format.h>


namespace starling {

namespace {

bool is_time_of_day(const std::string& text) {
  return parse_day_and_time("2000-01-01T" + text).has_value();
}

TemplatePart read_part(const TomlTable& table, PlanReading& reading) {
  Fields fields(table, reading.findings, "a part of a block");
  TemplatePart part;
  part.text = fields.need_text("text");
  part.minutes = static_cast<int>(fields.need_integer("minutes", 1, kMostMinutes));
  fields.finish();
  return part;
}

TemplateBlock read_block(const TomlTable& table, const std::string& owner, PlanReading& reading) {
  Fields fields(table, reading.findings, fmt::format("a block of template '{}'", owner));
  TemplateBlock block;
  block.slot = need_enum(fields, "slot", kSlots);
  block.start = fields.need_text("start");
  if (!block.start.empty() && !is_time_of_day(block.start))
    fields.problem("start", "bad-time", fmt::format("'{}' is no time of day such as \"06:00\"", block.start));
  block.minutes = static_cast<int>(fields.need_integer("minutes", 1, kMostMinutes));
  block.area = read_enum(fields, "area", kAreas);
  block.text = fields.need_text("text");
  // The parts may add up to more than the block holds: an overflow is shown, not forbidden (C19).
  for (const TomlTable* part : fields.tables("parts")) block.parts.push_back(read_part(*part, reading));
  fields.finish();
  return block;
}

}  // namespace

void read_templates(Fields& root, PlanReading& reading) {
  TakenIds taken;
  for (const TomlTable* table : root.tables("template")) {
    Fields fields(*table, reading.findings, "a template");
    DayTemplate day;
    day.id = need_id(fields, "template", "", taken);
    day.title = fields.need_text("title");
    const Range weeks = need_range(fields, reading.findings, "weeks", 1, reading.plan.weeks);
    day.first_week = weeks.low;
    day.last_week = weeks.high;
    day.origin = need_origin(fields);
    for (const TomlTable* block : fields.tables("blocks"))
      day.blocks.push_back(read_block(*block, day.id, reading));
    fields.finish();
    reading.plan.templates.push_back(std::move(day));
  }
}

}  // namespace starling
