// Time by the clock is not a count of study days, which FSRS-6 works with: a night between two days counts as one.
#include "memory/memory.h"

starling::MemoryState reviewed(const starling::Fsrs6& model, const starling::MemoryState& before,
                               starling::Elapsed elapsed) {
#ifdef CONTROL
  return model.after_review(before, elapsed.whole, starling::Grade::Good);
#else
  return model.after_review(before, elapsed.exact, starling::Grade::Good);
#endif
}
