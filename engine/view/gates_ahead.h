// Which gates will not be met if everything that the plan has from today on is done, and nothing of what lies behind?
#pragma once

#include <span>
#include <vector>

#include "report/report.h"
#include "view/standpoint.h"

namespace starling {

struct GateAhead {
  const Gate* gate = nullptr;  // of the plan
  double foreseen = 0;         // by its day, in its unit
  Day due{};
};

// Only of gates that count what tasks bring: problems, designs, stories, mocks and what else is counted in tasks. Scores
// and what is measured are not foreseen. `states` are those of `from`; the dates are those of its timeline.
[[nodiscard]] std::vector<GateAhead> gates_out_of_reach(const Standpoint& from, std::span<const GateState> states);

}  // namespace starling
