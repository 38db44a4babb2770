// How full the coming days are, and what kind of days they are.
#pragma once

#include <functional>
#include <vector>

#include "calendar/calendar.h"

namespace starling {

enum class DayKind {
  Open,
  Lighter,  // has half the room
  Rest,     // gets a review only where the choice holds nothing better
  Off       // nothing is asked
};

// What a day for a review is chosen by.
struct DayLoads {
  Day first{};                        // the day that `due[0]` counts
  std::vector<int> due;               // items due by day, without the one in question; none past its end
  std::vector<Day> siblings;          // when the other items of the same card are due
  std::function<DayKind(Day)> kind;   // none: every day is open

  [[nodiscard]] int due_on(Day day) const;
  [[nodiscard]] DayKind kind_of(Day day) const;
};

// Intervals up to this long are balanced; of longer ones no two days of a range are busy enough to tell them apart.
inline constexpr int kLongestBalanced = 90;

// How much room a day has beside an open one: half of it when it is a lighter day, else all.
[[nodiscard]] double room_of(DayKind kind);

// How much a day of that kind, `interval_days` from now (1 or more), is wanted beside the other days of its range: 1 for
// one with nothing due, else (1/n)^2.15 (1/interval)^3 as in Anki's load balancer; times what the nearest sibling leaves
// of it (one millionth on the same day, all of it five days away). A lighter day counts each item twice and is wanted half
// as much, by which it fills half as far as its neighbours. Rest days and days off are left to `choose_day`.
[[nodiscard]] double day_weight(const DayLoads& loads, Day day, DayKind kind, int interval_days);

}  // namespace starling
