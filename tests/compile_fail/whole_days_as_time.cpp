// Whole study days are not the fractional time that the two traces of FSRS-7 are worked out from.
#include "memory/memory.h"

double recall(const starling::Fsrs7& model, starling::WholeDays elapsed, const starling::MemoryState& state) {
#ifdef CONTROL
  return model.recall_after(starling::FractionalDays{static_cast<double>(elapsed.count)}, state);
#else
  return model.recall_after(elapsed, state);
#endif
}
