// How full the coming days are, kept up with every answer instead of counted anew.
#pragma once

#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "schedule/schedule.h"
#include "store/store.h"

namespace starling {

// Items that take room on the days from `first` on: the balanced intervals and the longest fuzz past them.
struct DueCounts {
  Day first{};
  std::vector<int> due;
};
inline constexpr int kCountedDays = kLongestBalanced + 10;

// One more or one less on the day that an item takes room on, where that day is counted.
void change(DueCounts& counts, const ItemState& state, int by);

}  // namespace starling
