// How long a card holds is not how hard it is.
#include "memory/memory.h"

bool is_hard(starling::Difficulty difficulty) { return difficulty > starling::Difficulty{7}; }

bool is_hard_card(const starling::MemoryState& memory) {
#ifdef CONTROL
  return is_hard(memory.difficulty);
#else
  return is_hard(memory.stability);
#endif
}
