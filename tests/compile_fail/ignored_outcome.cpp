// A review that nobody keeps has not happened.
#include "memory/memory.h"

void review(const starling::MemoryModel& model, starling::MemoryState& memory) {
#ifdef CONTROL
  memory = model.after_review(memory, starling::elapsed_days(starling::WholeDays{1}), starling::Grade::Good);
#else
  model.after_review(memory, starling::elapsed_days(starling::WholeDays{1}), starling::Grade::Good);
#endif
}
