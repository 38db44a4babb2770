#include "study/day_loads.h"

namespace starling {

void change(DueCounts& counts, const ItemState& state, int by) {
  const int index = days_between(counts.first, state.standing.due.day);
  if (!takes_room(state) || index < 0 || static_cast<std::size_t>(index) >= counts.due.size()) return;
  counts.due[static_cast<std::size_t>(index)] += by;
}

}  // namespace starling
