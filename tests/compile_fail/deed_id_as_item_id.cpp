// What an undo takes back is a deed, not an item.
#include "history/history.h"

starling::Event taken_back(const starling::DeedId& deed) {
#ifdef CONTROL
  return starling::Undone{deed};
#else
  return starling::Suspended{deed};
#endif
}
