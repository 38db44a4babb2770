// No sums over grades: the numbers behind them are there to be stored.
#include "memory/memory.h"

int score(starling::Grade first, starling::Grade second) {
#ifdef CONTROL
  return static_cast<int>(first) + static_cast<int>(second);
#else
  return first + second;
#endif
}
