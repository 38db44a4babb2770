// The gates of the plan, with the day by which each should be met.
#pragma once

#include <optional>
#include <vector>

#include "report/report.h"
#include "view/standpoint.h"

namespace starling {

struct GateView {
  GateState state;
  Day due{};             // the end of its month, or so many days before the interview
  bool missed = false;   // its day is over and it is not met
};
struct GatesView {
  Day today{};
  int month = 1;  // of the plan, today
  std::vector<GateView> gates;
  [[nodiscard]] bool any_missed() const;
};
// As things stand, in the order of the plan.
[[nodiscard]] std::vector<GateState> gates_now(const Standpoint& from);
// The day by which a gate should be met.
[[nodiscard]] Day gate_due(const Standpoint& from, const Gate& gate);
// `month`: of that month alone.
[[nodiscard]] GatesView gates_view(const Standpoint& from, std::optional<int> month = {});

}  // namespace starling
