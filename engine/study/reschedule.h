// What would change if memory were reckoned with other weights?
#pragma once

#include <functional>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "item/item.h"
#include "schedule/schedule.h"
#include "settings/settings.h"

namespace starling {

// An item in review that comes back on another day, and how it stood when that was worked out.
struct Move {
  ItemId item;
  Day from{};
  Day to{};
  int reviews = 0;
};

struct Reschedule {
  std::vector<Move> moves;        // by item
  int in_review = 0;              // items that could move
  std::vector<int> due_before;    // items due by day, from today (with what is overdue) on
  std::vector<int> due_after;
};

// How many days ahead the counts of a Reschedule look.
inline constexpr int kRescheduleDays = 30;

// `states` are those under `model`; items that `known` does not know are left out.
[[nodiscard]] Reschedule reschedule(const ItemStates& states, const MemoryModel& model, Day today,
                                    const Settings& settings, const std::function<bool(const ItemId&)>& known,
                                    const std::function<DayKind(Day)>& kind_of);

}  // namespace starling
