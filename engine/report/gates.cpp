#include "report/gates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace starling {

namespace {

// "1 problem", "3 problems"; the units of a plan are plurals in "s".
std::string count_of(int count, std::string_view unit) {
  if (count == 1 && unit == "stories") return "1 story";
  return fmt::format("{} {}", count, count == 1 && unit.ends_with('s') ? unit.substr(0, unit.size() - 1) : unit);
}

// Tasks of the unit in the gate's area that were done, by what they count.
int tasks_done(const Plan& plan, const PlanProgress& progress, const Gate& gate) {
  double count = 0;
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks)
      if (task.unit == gate.unit && task.area == gate.area) count += std::min(done_of(progress, task.id), target_of(task));
  return static_cast<int>(std::floor(count));
}

int problems_in_log(const GateFacts& facts) {
  return problems_solved(facts.progress, facts.texts, facts.progress.since, facts.today).solved;
}

int designs_in_log(const GateFacts& facts, const Gate& gate) {
  std::set<std::string> names;
  for (const auto& [deed, day, what] : facts.progress.designed)
    if (day >= facts.progress.since && at_scale(what, gate.level, facts.texts)) names.insert(name_of(what));
  return static_cast<int>(names.size());
}

void by_log(GateState& state, const GateFacts& facts) {
  const Gate& gate = *state.gate;
  if (gate.unit == "problems" || gate.unit == "designs") {
    const int count = gate.unit == "problems" ? problems_in_log(facts) : designs_in_log(facts, gate);
    state.value = count;
    state.said = count_of(count, gate.unit) + " in the log" + (gate.level.empty() ? "" : fmt::format(", at {} scale", fmt::join(gate.level, ", ")));
    return;
  }
  const int count = tasks_done(facts.plan, facts.progress, gate);
  state.value = count;
  state.said = count_of(count, gate.unit) + " in tasks done";
}

std::string empty_stories(const Coverage& coverage) {
  return coverage.empty > 0 ? fmt::format(", {} with no section written", coverage.empty) : "";
}

void by_stories(GateState& state, const GateFacts& facts) {
  const Coverage& coverage = facts.coverage;
  const std::string& unit = state.gate->unit;
  if (unit == "score") {
    state.value = coverage.mean_quality;
    state.said = state.value ? "mean of the stories that have all six scores" : "no story has all six scores yet";
  } else if (unit == "principles") {
    state.value = static_cast<double>(std::ranges::count_if(coverage.principles, meets_gate));
    state.said = count_of(static_cast<int>(*state.value), unit) + " with a primary story and two angles";
  } else if (unit == "drafts") {
    state.value = drafted(coverage);
    state.said = fmt::format("{}, {} complete{}", count_of(coverage.stories, "stories"), coverage.complete, empty_stories(coverage));
  } else {
    state.value = coverage.complete;
    state.said = fmt::format("{} complete, {} being written{}", count_of(coverage.complete, "stories"), drafted(coverage) - coverage.complete, empty_stories(coverage));
  }
}

void by_mocks(GateState& state, const GateFacts& facts) {
  const Gate& gate = *state.gate;
  if (gate.unit == "score") {
    const auto lowest = lowest_part(facts.progress, facts.progress.since, gate.mock);
    if (lowest) state.value = lowest->score;
    state.said = lowest ? fmt::format("{}, the lowest part over the last {} scored", lowest->part, lowest->mocks == 1 ? "mock" : count_of(lowest->mocks, "mocks"))
                        : "no mock interview has scores yet";
    return;
  }
  const auto held = mocks_held(facts.progress, facts.progress.since, facts.today);
  if (gate.unit == "mocks") {
    const auto type = held.types.find(gate.mock);
    const int count = gate.mock.empty() ? held.mocks : type == held.types.end() ? 0 : type->second;
    state.value = count;
    state.said = gate.mock.empty() ? count_of(count, gate.unit) + " held" : fmt::format("{} held as {}", count_of(count, gate.unit), gate.mock);
    return;
  }
  const std::vector<FeedbackPoint> points = feedback_points(facts.progress, Points::Open);
  const auto open = static_cast<int>(std::ranges::count_if(points, [&](const FeedbackPoint& each) { return each.day >= facts.progress.since; }));
  if (held.mocks > 0) state.value = open;
  state.said = held.mocks > 0 ? fmt::format("{} of feedback open", count_of(open, "points")) : "no mock interview yet";
}

void by_metric(GateState& state, const GateFacts& facts) {
  const Metric* metric = metric_of(facts.plan, *state.gate);
  const auto value = metric ? value_of(*metric, {facts.progress, facts.texts, facts.coverage.mean_quality, facts.progress.since}, facts.today) : std::nullopt;
  // What the plan assumes is no evidence.
  if (!value || value->from == MetricValue::From::Start) {
    state.said = "not measured yet";
    return;
  }
  state.value = value->value;
  state.said = value->day ? "measured on " + short_date(*value->day) : metric->unit == "minutes" ? "mean of the log" : "mean of the scores";
}

bool reaches(const GateState& state) {
  constexpr double kSlack = 1e-9;  // sums of halves and tenths
  if (!state.value) return false;
  return state.gate->at_most ? *state.value <= state.gate->target + kSlack : *state.value >= state.gate->target - kSlack;
}

}  // namespace

std::string figures_of(const GateState& state) {
  const Gate& gate = *state.gate;
  const std::string value = state.value ? fmt::format("{:g}", std::round(*state.value * 100) / 100) : "-";
  return fmt::format("{} of {}{:g}", value, gate.at_most ? "at most " : "", gate.target);
}

GateState ticked_gate(const Plan& plan, const PlanProgress& progress, const Gate& gate) {
  const auto tick = ticked_on(plan, progress, gate.id);
  const bool counts = gate.unit != "items";
  const int count = counts ? tasks_done(plan, progress, gate) : 0;
  const bool is_counted = gate.met_by_count && count >= gate.target;
  GateState state;
  state.gate = &gate;
  state.passed = tick || is_counted;
  state.value = tick ? std::max<double>(gate.target, count) : count;
  if (tick) state.said = "ticked on " + short_date(*tick);
  else if (!is_counted) state.said = "for you to tick";
  if (counts) state.said += fmt::format("{}{} in tasks done", state.said.empty() ? "" : "; ", count_of(count, gate.unit));
  return state;
}

std::vector<GateState> gate_states(const GateFacts& facts) {
  std::vector<GateState> states;
  for (const Gate& gate : facts.plan.gates) {
    GateState& state = states.emplace_back();
    state.gate = &gate;
    if (gate.evidence == "self") {
      state = ticked_gate(facts.plan, facts.progress, gate);
      continue;
    }
    if (gate.evidence == "log") by_log(state, facts);
    if (gate.evidence == "stories") by_stories(state, facts);
    if (gate.evidence == "mocks") by_mocks(state, facts);
    if (gate.evidence == "metric") by_metric(state, facts);
    state.passed = reaches(state);
  }
  return states;
}

}  // namespace starling
