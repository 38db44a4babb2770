#include "plan/impact.h"

namespace starling {

int impact_of(const Task& task) {
  if (task.optional) return 0;
  if (!task.mock.empty()) return 4;
  if (task.unit == "stories" || task.unit == "drafts" || task.unit == "tellings") return 3;
  const bool counted = task.unit == "problems" || task.unit == "designs";
  return task.origin.source == "seed" ? counted ? 3 : 2 : counted ? 2 : 1;
}

}  // namespace starling
