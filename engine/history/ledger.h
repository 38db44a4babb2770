// Which events still count after all undos and redos.
#pragma once

#include <span>
#include <vector>

#include "history/history.h"

namespace starling {

struct Ledger {
  std::vector<bool> counts;       // one for each event, in order
  std::vector<EventId> redoable;  // targets of undos that hold and that nothing new followed, latest last
};
[[nodiscard]] Ledger read_ledger(std::span<const Event> events);

}  // namespace starling
