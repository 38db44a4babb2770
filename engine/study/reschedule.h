// What would change if memory were reckoned with other weights?
#pragma once

#include <string>
#include <vector>

#include "study/sitting.h"

namespace starling {

// One item whose due day moves.
struct Move {
  std::string item;
  Day from{};
  Day to{};
};

struct Reschedule {
  std::vector<Move> moves;        // by item
  int in_review = 0;              // items that could move
  std::vector<int> due_before;    // items due by day, from today (with what is overdue) on
  std::vector<int> due_after;
};

// How many days ahead the counts of a Reschedule look.
inline constexpr int kRescheduleDays = 30;

// Of what is in the library. Nothing is changed by it.
[[nodiscard]] Reschedule reschedule(const Study& study, const MemoryModel& model);

// What Study::adopt takes.
[[nodiscard]] std::vector<MovedItem> moved_items(const Reschedule& changes);

}  // namespace starling
