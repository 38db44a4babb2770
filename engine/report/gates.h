// Which gates of the plan are met, and by what evidence?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "plan/plan.h"
#include "report/coverage.h"
#include "report/measured.h"

namespace starling {

struct GateState {
  const Gate* gate = nullptr;    // of the plan
  std::optional<double> value;   // in the gate's unit; nothing where nothing is known
  std::string said;              // the evidence: "17 problems in the log", "ticked on Sun 3 Jan"
  bool passed = false;
};

// "17 of 25", "32 of at most 30", "- of 4": with two decimals at most.
[[nodiscard]] std::string figures_of(const GateState& state);

struct GateFacts {
  const Plan& plan;
  const PlanProgress& progress;
  const PracticeTexts& texts;
  const Coverage& coverage;
  Day today{};
};

// Of evidence "self": what only the learner can know is met by a tick (a `done` of the gate's id or of a line that is one
// with it); where such a gate counts something, the tasks done are its value until then, and they meet it if it says so.
[[nodiscard]] GateState ticked_gate(const Plan& plan, const PlanProgress& progress, const Gate& gate);

// In the order of the plan. Feedback counts as dealt with once there was a mock. Only what is of the present attempt
// counts, but for stories: they are there.
[[nodiscard]] std::vector<GateState> gate_states(const GateFacts& facts);

}  // namespace starling
