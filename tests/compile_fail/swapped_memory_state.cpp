// The two numbers of a memory stand in one order.
#include "memory/memory.h"

starling::MemoryState remembered(starling::Stability stability, starling::Difficulty difficulty) {
#ifdef CONTROL
  return {stability, difficulty};
#else
  return {difficulty, stability};
#endif
}
