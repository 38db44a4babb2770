#include "plan/impact.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace starling {

int impact_of(const Task& task) {
  if (task.optional) return 0;
  if (!task.mock.empty()) return 4;
  constexpr std::array<std::string_view, 8> kCounted{"stories", "drafts", "tellings", "problems", "designs", "services", "patterns", "concepts"};
  if (std::ranges::find(kCounted, task.unit) != kCounted.end()) return 3;
  return task.origin.source == "seed" ? 2 : 1;
}

}  // namespace starling
