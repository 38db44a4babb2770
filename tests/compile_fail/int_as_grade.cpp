// What the learner pressed is read by `parse_grade`; a number is no grade.
#include "memory/memory.h"

starling::MemoryState begun(const starling::MemoryModel& model) {
#ifdef CONTROL
  return model.first_review(starling::Grade::Good);
#else
  return model.first_review(3);
#endif
}
