#include "tools/docs/readings.h"

#include <fmt/format.h>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kMostCards = 1000;

void read_reading(const TomlTable& table, Findings& findings, std::vector<DeckReading>& readings) {
  Fields fields(table, findings, "a [[reading]]");
  DeckReading reading;
  reading.line = table.line;
  reading.deck = fields.need_text("deck");
  if (!reading.deck.empty() && !is_kebab(reading.deck)) fields.problem("deck", "malformed-id", fmt::format("'{}' is no id of a deck", reading.deck));
  reading.read = static_cast<int>(fields.need_integer("read", 0, kMostCards));
  reading.changed = static_cast<int>(fields.integer("changed", 0, kMostCards).value_or(0));
  reading.dropped = static_cast<int>(fields.integer("dropped", 0, kMostCards).value_or(0));
  reading.why = fields.text("why").value_or("");
  if (reading.changed + reading.dropped > reading.read)
    fields.problem("read", "too-few", fmt::format("{} cards read, and {} changed or dropped", reading.read, reading.changed + reading.dropped));
  if (reading.changed + reading.dropped > 0 && trimmed(reading.why).empty())
    fields.problem("", "missing", "a reading that changed something says why");
  if (fields.finish()) readings.push_back(std::move(reading));
}

}  // namespace

DeckReadings read_deck_readings(std::string_view text, std::string_view file) {
  TomlDocument document = parse_toml(text, file);
  Findings findings{std::string(file), std::move(document.problems)};
  DeckReadings result;
  if (document.root) {
    Fields fields(*document.root, findings, "this file of readings");
    for (const TomlTable* table : fields.tables("reading")) read_reading(*table, findings, result.readings);
    (void)fields.finish();
  }
  result.problems = std::move(findings.problems);
  sort_by_place(result.problems);
  return result;
}

}  // namespace starling
