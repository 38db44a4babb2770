// Where in the coming days is there room for what lies behind, and what goes first where there is too little?
#pragma once

#include <span>
#include <vector>

#include "plan/plan.h"
#include "view/behind.h"
#include "view/standpoint.h"

namespace starling {

inline constexpr int kPlannedWeekdays = 5;    // over which more hours a week are spread
inline constexpr int kCatchUpDays = 28;       // in which what lies behind is looked a place for
inline constexpr int kCardMinutes = 25;       // of a day that tasks leave alone

struct CaughtUp {
  std::vector<MovedByHand> moved;
  std::vector<const Task*> without;  // for which there is no room
  Day last{};                        // of the days that got something
};
// In the order of `behind`, each on the first of the next kCatchUpDays days, from tomorrow to a week before the
// interview, that has room for it: in the task's own part of the day, else in the one with most room. `more` minutes a day
// come beside these, and lengthen only the part that has most room. Rest days and days off take nothing.
[[nodiscard]] CaughtUp catch_up(const Standpoint& from, std::span<const BehindTask> behind, int more);

// Of each calendar week to come before that of the interview, the tasks that count least, until what is left fits into
// so many hours. Mocks stay.
[[nodiscard]] std::vector<const Task*> dropped_to_fit(const Standpoint& from, double hours);

}  // namespace starling
