// How has the chance of recalling one item risen and fallen?
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "memory/memory.h"

namespace starling {

// Chance of recall of one item on one day.
struct CoursePoint {
  Day day{};
  double recall = 0;
  bool operator==(const CoursePoint&) const = default;
};
// From the first answer to `item` on, every day to `last` or to the last answer, whichever is later. A day with
// answers has two points, before the first of them and after the last; the first day has only that after. Nothing
// where the item was never answered. `deeds` are those that count (see standing_deeds), at least all of the item's.
[[nodiscard]] std::vector<CoursePoint> recall_course(std::span<const Deed> deeds, const ItemId& item,
                                                     const MemoryModel& model, Day last);

// At most `most` (at least 4) of the points, both ends among them; the falls and rises stay as far as there is room.
[[nodiscard]] std::vector<CoursePoint> thinned(std::span<const CoursePoint> course, std::size_t most);

}  // namespace starling
