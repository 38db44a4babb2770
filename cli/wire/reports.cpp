#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json factors_json(const ProgressFactors& factors) {
  return {{"progress", rounded(factors.product(), 1)},
          {"coverage", rounded(factors.coverage)},
          {"recall", rounded(factors.recall)},
          {"quality", rounded(factors.quality)}};
}

Json curve_json(const CurveRow& row) {
  return {{"month", row.month},
          {"week", row.week},
          {"date", to_string(row.day)},
          {"expected",
           {{"coding", rounded(row.expected.coding, 1)},
            {"design", rounded(row.expected.design, 1)},
            {"behavioural", rounded(row.expected.behavioural, 1)}}},
          {"actual",
           {{"coding", factors_json(row.actual.coding)},
            {"design", factors_json(row.actual.design)},
            {"behavioural", factors_json(row.actual.behavioural)}}}};
}

std::string_view word_of(MetricValue::From from) {
  switch (from) {
    case MetricValue::From::Measured: return "measured";
    case MetricValue::From::Log: return "log";
    case MetricValue::From::Start: break;
  }
  return "start";
}

Json gap_json(const MetricGap& gap) {
  return {{"metric", gap.metric->id},     {"title", gap.metric->title}, {"area", to_string(gap.metric->area)}, {"unit", gap.metric->unit},
          {"value", gap.now.value},       {"target", gap.target},       {"lower_is_better", gap.metric->lower_is_better},
          {"shortfall", rounded(gap.shortfall)}, {"from", word_of(gap.now.from)}, {"date", day_json(gap.now.day)}};
}

}  // namespace

Json did_json(const Done& done) {
  return {{"reviews", done.reviews},
          {"new", done.new_items},
          {"tellings", done.tellings},
          {"minutes", rounded(std::chrono::duration<double>(done.time).count() / 60, 1)}};
}

Json practised_json(const ProblemsSolved& problems, const DesignsDone& designs, const StoriesTold& stories, const MocksHeld& mocks) {
  Json sizes = Json::object();
  for (std::size_t i = 0; i < kProblemSizes.size(); ++i)
    sizes[std::string(to_string(kProblemSizes[i]))] = {{"solved", problems.sizes[i].solved}, {"minutes", rounded(problems.sizes[i].minutes, 1)}};
  Json types = Json::array();
  for (const auto& [type, count] : mocks.types) types.push_back({{"type", type}, {"count", count}});
  return {{"problems", {{"solved", problems.solved}, {"tried", problems.tried}, {"sizes", std::move(sizes)}}},
          {"designs", {{"done", designs.designs}, {"score", rounded(designs.score, 2)}, {"minutes", rounded(designs.minutes, 1)}}},
          {"stories", {{"told", stories.stories}, {"tellings", stories.tellings}, {"new", stories.fresh},
                       {"improved", stories.improved ? Json(*stories.improved) : Json()}}},
          {"mocks", {{"held", mocks.mocks}, {"score", rounded(mocks.score, 2)}, {"types", std::move(types)}}}};
}

Json time_json(const AreaTime& time) {
  Json json = Json::object();
  for (const Area area : kAreas) json[std::string(to_string(area))] = rounded(time.of(area), 1);
  json["other"] = rounded(time.other, 1);
  return json;
}

Json gate_json(const GateView& gate) {
  const Gate& of_plan = *gate.state.gate;
  return {{"id", of_plan.id},
          {"month", of_plan.month},
          {"area", to_string(of_plan.area)},
          {"text", of_plan.text},
          {"value", rounded(gate.state.value, 2)},
          {"target", of_plan.target},
          {"unit", of_plan.unit},
          {"evidence", of_plan.evidence},
          {"passed", gate.state.passed},
          {"at_most", of_plan.at_most},
          {"said", gate.state.said},
          {"due", to_string(gate.due)},
          {"missed", gate.missed}};
}

Json advice_json(std::span<const Advice* const> list) {
  Json json = Json::array();
  for (const Advice* advice : list)
    json.push_back({{"area", advice->area ? Json(to_string(*advice->area)) : Json()}, {"text", advice->text}, {"source", advice->origin.source}});
  return json;
}

std::string to_json(const GatesView& view) {
  Json json = reply();
  json["gates"] = Json::array();
  for (const GateView& gate : view.gates) json["gates"].push_back(gate_json(gate));
  return line_of(json);
}

std::string to_json(const WeakView& view) {
  Json json = reply();
  json["date"] = to_string(view.date);
  json["week"] = view.week;
  json["level"] = view.level;
  json["gaps"] = Json::array();
  for (const MetricGap& gap : view.gaps.ranked) json["gaps"].push_back(gap_json(gap));
  json["unmeasured"] = Json::array();
  for (const Metric* metric : view.gaps.unmeasured) json["unmeasured"].push_back(metric->id);
  const auto& shift = view.gaps.shift;
  json["shift"] = shift ? Json{{"from", to_string(shift->from)}, {"to", to_string(shift->to)}, {"minutes", shift->minutes}} : Json();
  json["advice"] = advice_json(view.advice);
  json["interview"] = from_interview_json(view.interview);
  return line_of(json);
}

Json note_json(const NoteWritten& written) {
  return {{"file", written.name}, {"kept", written.kept}, {"changed", written.changed}};
}

std::string month_json(const MonthReport& report, const std::optional<NoteWritten>& written) {
  Json json = reply();
  json["month"] = report.number;
  json["starts"] = to_string(report.first);
  json["ends"] = to_string(report.last);
  json["theme"] = report.month ? report.month->theme : "";
  json["goals"] = report.month ? Json(report.month->goals) : Json::array();
  json["practised"] = practised_json(report.problems, report.designs, report.stories, report.mocks);
  json["done"] = did_json(report.done);
  json["minutes"] = time_json(report.time);
  json["planned_minutes"] = Json::object();
  for (const Area area : kAreas) json["planned_minutes"][std::string(to_string(area))] = report.planned[static_cast<std::size_t>(area)];
  json["gates"] = Json::array();
  for (const GateView& gate : report.gates) json["gates"].push_back(gate_json(gate));
  json["curve"] = Json::array();
  for (const CurveRow& row : report.curve) json["curve"].push_back(curve_json(row));
  json["prompts"] = Json::array();
  for (const MonthPrompt& prompt : report.prompts)
    json["prompts"].push_back({{"group", prompt.group}, {"text", prompt.text}, {"found", prompt.found}});
  if (written) json["note"] = note_json(*written);
  return line_of(json);
}

}  // namespace starling
