#include "view/gates_ahead.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "view/gates_view.h"

namespace starling {

namespace {

using Brings = std::function<double(const Task&)>;  // of what a gate counts, by the whole of a task

double of_unit(const Task& task, std::string_view unit) { return task.unit == unit ? task.count.value_or(0) : 0; }

bool shares_level(const Task& task, const Gate& gate) {
  return gate.level.empty() ||
         std::ranges::any_of(gate.level, [&](const std::string& level) { return std::ranges::find(task.level, level) != task.level.end(); });
}

// Nothing for a gate that is no matter of counting.
std::optional<Brings> brings_to(const Gate& gate) {
  if (gate.at_most || gate.unit == "score" || gate.unit == "principles" || gate.unit == "items" || gate.evidence == "metric")
    return std::nullopt;
  if (gate.evidence == "mocks") {
    if (gate.unit != "mocks") return std::nullopt;
    return [&gate](const Task& task) { return !task.mock.empty() && (gate.mock.empty() || gate.mock == task.mock) ? 1 : 0; };
  }
  if (gate.evidence == "stories")
    return [&gate](const Task& task) { return of_unit(task, "stories") + (gate.unit == "drafts" ? of_unit(task, "drafts") : 0); };
  if (gate.evidence == "log" && gate.unit == "problems") return [](const Task& task) { return of_unit(task, "problems"); };
  if (gate.evidence == "log" && gate.unit == "designs")
    return [&gate](const Task& task) { return shares_level(task, gate) ? of_unit(task, "designs") : 0; };
  return [&gate](const Task& task) { return task.area == gate.area ? of_unit(task, gate.unit) : 0; };
}

// A task that is open, and how much of it.
struct OpenTask {
  Day date{};
  const Task* task = nullptr;
  double share = 1;
};

std::vector<OpenTask> open_from(const Standpoint& from, Day first) {
  std::vector<OpenTask> open;
  for (Day date = std::max(first, from.timeline.start()); date <= from.timeline.end(); date += std::chrono::days(1)) {
    const auto day = from.timeline.day_on(date);
    if (!day) continue;
    for (const Task* task : day->tasks) {
      const double share = 1 - done_share(from.progress, *task);
      if (share > 0) open.push_back({date, task, share});
    }
  }
  return open;
}

}  // namespace

std::vector<GateAhead> gates_out_of_reach(const Standpoint& from, std::span<const GateState> states) {
  constexpr double kSlack = 1e-9;
  const std::vector<OpenTask> open = open_from(from, from.now.day);
  std::vector<GateAhead> missed;
  for (const GateState& state : states) {
    const auto brings = brings_to(*state.gate);
    if (!brings || state.passed) continue;
    const Day due = gate_due(from, *state.gate);
    double foreseen = state.value.value_or(0);
    for (const OpenTask& each : open)
      if (each.date <= due) foreseen += each.share * (*brings)(*each.task);
    if (foreseen < state.gate->target - kSlack) missed.push_back({state.gate, foreseen, due});
  }
  return missed;
}

}  // namespace starling
