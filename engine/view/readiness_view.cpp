#include "view/readiness_view.h"

namespace starling {

const WayForeseen* way_now(const ReadinessView& view) {
  return view.guard ? foreseen_under(view.guard->ways, view.policy, view.guard->own) : nullptr;
}

std::optional<double> share_of_bound(const ReadinessView& view) {
  if (!view.bound || *view.bound <= 0) return std::nullopt;
  return view.recall.forecast / *view.bound;
}

}  // namespace starling
