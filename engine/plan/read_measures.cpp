#include "plan/read_measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "plan/days.h"
#include "plan/progress.h"
#include "plan/words.h"

namespace starling {

namespace {

constexpr double kMostValue = 1e6;

constexpr auto kGateUnits = [] {
  std::array<std::string_view, kUnits.size() + kMeasures.size()> units{};
  std::copy(kMeasures.begin(), kMeasures.end(), std::copy(kUnits.begin(), kUnits.end(), units.begin()));
  return units;
}();

// Ordinal metrics count positions in their list of levels.
void check_ordinal(Fields& fields, std::string_view key, const Metric& metric, double value) {
  if (metric.levels.empty()) return;
  if (value != std::floor(value) || value < 1 || value > static_cast<double>(metric.levels.size()))
    fields.problem(key, "wrong-type",
                   fmt::format("metric '{}': {:g} is no position in its {} levels, counted from 1", metric.id,
                               value, metric.levels.size()));
}

void read_targets(Fields& fields, Metric& metric, PlanReading& reading) {
  int before = 0;
  for (const TomlTable* table : fields.tables("targets")) {
    Fields target_fields(*table, reading.findings, fmt::format("a target of metric '{}'", metric.id));
    MetricTarget target;
    target.week = static_cast<int>(target_fields.need_integer("week", 1, reading.plan.weeks));
    target.value = need_number(target_fields, "value", 0, kMostValue);
    check_ordinal(target_fields, "value", metric, target.value);
    if (target.week > 0 && target.week <= before)
      target_fields.problem("week", "out-of-order",
                            fmt::format("metric '{}': the targets' weeks must rise", metric.id));
    before = std::max(before, target.week);
    target_fields.finish();
    metric.targets.push_back(target);
  }
}

void read_metrics(Fields& root, PlanReading& reading) {
  TakenIds taken;
  for (const TomlTable* table : root.tables("metric")) {
    Fields fields(*table, reading.findings, "a metric");
    Metric metric;
    metric.id = need_id(fields, "metric", "", taken);
    metric.title = fields.need_text("title");
    metric.area = need_enum(fields, "area", kAreas);
    metric.unit = need_word(fields, "unit", kMeasures);
    metric.lower_is_better = need_word(fields, "direction", kDirections) == kDirections[0];
    metric.levels = fields.texts("levels");
    metric.start = fields.number("start", 0, kMostValue);
    if (metric.start) check_ordinal(fields, "start", metric, *metric.start);
    read_targets(fields, metric, reading);
    metric.origin = need_origin(fields);
    fields.finish();
    reading.plan.metrics.push_back(std::move(metric));
  }
}

void read_gates(Fields& root, PlanReading& reading) {
  for (const TomlTable* table : root.tables("gate")) {
    Fields fields(*table, reading.findings, "a gate");
    Gate gate;
    gate.month = static_cast<int>(fields.need_integer("month", 1, month_of(reading.plan.weeks)));
    if (const auto days = fields.integer("days_before", 0, kMostDaysBefore)) gate.days_before = static_cast<int>(*days);
    const std::string prefix = gate.days_before ? fmt::format("t{}-", *gate.days_before)
                               : gate.month > 0 ? fmt::format("m{}-", gate.month)
                                                : "";
    gate.id = need_id(fields, "gate", prefix, reading.tickable);
    gate.area = need_enum(fields, "area", kAreas);
    gate.text = fields.need_text("text");
    gate.target = need_number(fields, "target", 0, kMostValue);
    gate.unit = need_word(fields, "unit", kGateUnits);
    gate.evidence = need_word(fields, "evidence", kEvidence);
    gate.at_most = need_word(fields, "direction", kBounds) == kBounds[1];
    gate.level = read_levels(fields, "level", reading.plan);
    gate.mock = fields.word("mock", kMocks).value_or("");
    gate.met_by_count = fields.flag("met_by_count").value_or(false);
    if (gate.met_by_count && (gate.evidence != "self" || gate.unit == "items"))
      fields.problem("met_by_count", "no-count", fmt::format("gate '{}' has no ticks that a count of tasks could stand for", gate.id));
    gate.origin = need_origin(fields);
    if (gate.evidence == "metric" && !gate.id.empty() && !metric_of(reading.plan, gate))
      fields.problem("id", "unknown-metric",
                     fmt::format("gate '{}' looks at a metric, so its id must be 'm{}-' and a metric's id",
                                 gate.id, gate.month));
    fields.finish();
    reading.plan.gates.push_back(std::move(gate));
  }
}

void read_curve(Fields& root, PlanReading& reading) {
  InOrder months(month_of(reading.plan.weeks), [](int n) { return fmt::format("the curve's month {}", n); });
  for (const TomlTable* table : root.tables("curve")) {
    Fields fields(*table, reading.findings, "a point of the curve");
    CurvePoint point;
    point.month = static_cast<int>(fields.need_integer("month", 1, month_of(reading.plan.weeks)));
    point.coding = need_number(fields, "coding", 0, 100);
    point.design = need_number(fields, "design", 0, 100);
    point.behavioural = need_number(fields, "behavioural", 0, 100);
    point.origin = need_origin(fields);
    months.see(fields, "month", point.month);
    fields.finish();
    reading.plan.curve.push_back(std::move(point));
  }
  if (root.has("curve")) months.finish(root, "curve");
}

}  // namespace

void read_measures(Fields& root, PlanReading& reading) {
  read_metrics(root, reading);
  read_gates(root, reading);
  read_curve(root, reading);
}

}  // namespace starling
