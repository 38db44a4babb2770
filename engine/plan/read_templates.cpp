#include "plan/read_templates.h"

#include <fmt/format.h>

#include <chrono>

namespace starling {

namespace {

using Minutes = std::chrono::minutes;

// Since midnight; nothing for what is no "06:00".
std::optional<Minutes> time_of_day(const std::string& text) {
  const auto at = parse_day_and_time("2000-01-01T" + text);
  return at ? at->time_of_day : std::nullopt;
}

TemplatePart read_part(const TomlTable& table, PlanReading& reading) {
  Fields fields(table, reading.findings, "a part of a block");
  TemplatePart part;
  part.text = fields.need_text("text");
  part.minutes = static_cast<int>(fields.need_integer("minutes", 1, kMostMinutes));
  fields.finish();
  return part;
}

// Nobody is in two slots at once: a problem at `start` where one of the blocks before has not ended, or not begun before
// this one ends.
void check_free(Fields& fields, const TemplateBlock& block, const std::vector<TemplateBlock>& before) {
  const auto start = time_of_day(block.start);
  for (const TemplateBlock& other : before) {
    const auto other_start = time_of_day(other.start);
    if (!start || !other_start) continue;
    if (*start >= *other_start + Minutes(other.minutes) || *other_start >= *start + Minutes(block.minutes)) continue;
    return fields.problem("start", "overlap",
                          fmt::format("the {} at {} ({} min) overlaps the {} at {} ({} min)", to_string(block.slot), block.start,
                                      block.minutes, to_string(other.slot), other.start, other.minutes));
  }
}

TemplateBlock read_block(const TomlTable& table, const std::string& owner, const std::vector<TemplateBlock>& before,
                         PlanReading& reading) {
  Fields fields(table, reading.findings, fmt::format("a block of template '{}'", owner));
  TemplateBlock block;
  block.slot = need_enum(fields, "slot", kSlots);
  block.start = fields.need_text("start");
  if (!block.start.empty() && !time_of_day(block.start))
    fields.problem("start", "bad-time", fmt::format("'{}' is no time of day such as \"06:00\"", block.start));
  block.minutes = static_cast<int>(fields.need_integer("minutes", 1, kMostMinutes));
  block.area = read_enum(fields, "area", kAreas);
  block.text = fields.need_text("text");
  // The parts may add up to more than the block holds: an overflow is shown, not forbidden (C19).
  for (const TomlTable* part : fields.tables("parts")) block.parts.push_back(read_part(*part, reading));
  check_free(fields, block, before);
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
      day.blocks.push_back(read_block(*block, day.id, day.blocks, reading));
    fields.finish();
    reading.plan.templates.push_back(std::move(day));
  }
}

}  // namespace starling
