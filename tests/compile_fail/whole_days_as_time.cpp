// Whole study days are not the fractional time that recall is worked out from.
#include "memory/memory.h"

double recall(const starling::Fsrs6& model, starling::WholeDays elapsed, starling::Stability stability) {
#ifdef CONTROL
  return model.recall_after(static_cast<double>(elapsed.count), stability);
#else
  return model.recall_after(elapsed, stability);
#endif
}
