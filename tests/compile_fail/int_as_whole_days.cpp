// A count that is no count of days is not taken for one.
#include "memory/memory.h"

starling::MemoryState reviewed(const starling::MemoryModel& model, const starling::MemoryState& before, int elapsed) {
#ifdef CONTROL
  return model.after_review(before, starling::elapsed_days(starling::WholeDays{elapsed}), starling::Grade::Good);
#else
  return model.after_review(before, elapsed, starling::Grade::Good);
#endif
}
