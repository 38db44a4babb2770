#include "view/readiness_view.h"

namespace starling {

std::optional<double> share_of_bound(const ReadinessView& view) {
  if (!view.bound || *view.bound <= 0) return std::nullopt;
  return view.recall.forecast / *view.bound;
}

}  // namespace starling
