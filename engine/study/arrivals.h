// The learner's own folder as a simulation sees it: the cards as they stand, those that the plan will open, and habits
// from the log.
#pragma once

#include <span>
#include <vector>

#include "history/history.h"
#include "simulate/simulate.h"
#include "study/sitting.h"

namespace starling {

// The first answer of each card, those in steps and the reviews, of events that count. Stories are left out.
[[nodiscard]] std::vector<LoggedAnswer> logged_answers(std::span<const Event> events);

// What lies before this learner in the `days` from today on, by the settings, the plan and the habits of the log. Some
// things are simpler than in the queue of a day: cards do not wait for those that they need, reviews are not moved to
// quieter days, every deck is aimed at the same retention, and there are no stories.
[[nodiscard]] Scenario scenario_of(const Study& study, int days);

// Cards that are due on each of the next `days` as things stand now, those overdue on the first.
[[nodiscard]] std::vector<int> due_by_day(const Scenario& scenario);

}  // namespace starling
