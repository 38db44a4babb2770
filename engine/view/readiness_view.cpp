#include "view/readiness_view.h"

#include <algorithm>

namespace starling {

const WayForeseen* way_now(const ReadinessView& view) {
  return view.guard ? foreseen_under(view.guard->ways, view.way.policy, view.way) : nullptr;
}

std::optional<double> share_of_bound(const ReadinessView& view) {
  constexpr double kLeastItems = 0.5;
  if (!view.bound || *view.bound * view.items < kLeastItems) return std::nullopt;
  return std::min(1.0, view.recall.forecast / *view.bound);  // the bound's grid is coarse where next to nothing is known
}

}  // namespace starling
