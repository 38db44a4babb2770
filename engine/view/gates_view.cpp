#include "view/gates_view.h"

#include <algorithm>

#include "view/coverage_view.h"
#include "view/plan_facts.h"

namespace starling {

Day gate_due(const Standpoint& from, const Gate& gate) {
  const Day interview = from.timeline.interview();
  if (gate.days_before) return interview - std::chrono::days(*gate.days_before);
  return std::min(last_date_of(from, last_week_of_month(from.timeline.plan(), gate.month)), interview);
}

std::vector<GateState> gates_now(const Standpoint& from) {
  const Coverage coverage = coverage_view(from).coverage;
  return gate_states({from.timeline.plan(), from.progress, practice_texts(from), coverage, from.now.day});
}

bool GatesView::any_missed() const { return std::ranges::any_of(gates, &GateView::missed); }

GatesView gates_view(const Standpoint& from, std::optional<int> month) {
  const Day today = from.now.day;
  GatesView view;
  view.today = today;
  view.month = month_of(from.timeline.on(today).week);
  for (GateState& state : gates_now(from)) {
    if (month && state.gate->month != *month) continue;
    const Day due = gate_due(from, *state.gate);
    const bool missed = due < today && !state.passed;
    view.gates.push_back({std::move(state), due, missed});
  }
  return view;
}

}  // namespace starling
