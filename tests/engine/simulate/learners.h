// Shorthands for tests that play lives through.
#pragma once

#include <doctest/doctest.h>

#include "simulate/simulate.h"

namespace starling::test {

inline Effort effort(int learners, std::uint64_t seed = 1, int threads = 2) {
  Effort effort;
  effort.learners = learners;
  effort.threads = threads;
  effort.seed = Seed{seed};
  return effort;
}

inline Simulation played(const Run& run, const Effort& with) {
  auto results = simulate(std::span(&run, 1), with);
  REQUIRE(results);
  return std::move(results->front());
}

// A hundred new cards on the first day, without a cap of minutes.
inline Run hundred_cards(int days = 60) {
  Run run;
  run.scenario.days = days;
  run.scenario.arrivals = {100};
  return run;
}

// Cards with a stability of ten days that were last seen the day before and come due as told.
inline Run known_cards(int count, int due_day, int days) {
  Run run;
  run.scenario.days = days;
  run.scenario.known.assign(static_cast<std::size_t>(count), KnownCard{{Stability{10}, Difficulty{5}}, -1, due_day});
  return run;
}

inline bool same_figures(const Simulation& a, const Simulation& b) {
  for (std::size_t i = 0; i < a.days.size(); ++i)
    if (a.days[i].minutes != b.days[i].minutes || a.days[i].reviews != b.days[i].reviews ||
        a.days[i].fresh != b.days[i].fresh || a.days[i].memorised != b.days[i].memorised)
      return false;
  return a.days.size() == b.days.size() && a.mean_recall_at_end == b.mean_recall_at_end &&
         a.lowest_decile_recall_at_end == b.lowest_decile_recall_at_end && a.steps == b.steps &&
         a.most_minutes_in_a_day == b.most_minutes_in_a_day && a.backlog_at_end == b.backlog_at_end;
}

}  // namespace starling::test
