// What happened, asked for by stretches of days: the whole of it is long.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"

namespace starling {

// Deeds that count, in the order of history.
struct PastDays {
  std::function<std::vector<Deed>(Day first, Day last)> between;  // both days included
  std::function<AnswerTimes(Day first, Day last)> times;          // of their answers
  std::span<const Deed> of_plan;  // from the beginning: Store::plan_deeds
};
// Of deeds from the beginning; keeps a reference to them.
[[nodiscard]] PastDays past_of(std::span<const Deed> standing);

}  // namespace starling
