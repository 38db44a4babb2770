#include "history/practised.h"

namespace starling {

std::optional<double> mean_score(const std::vector<PartScore>& parts) {
  if (parts.empty()) return std::nullopt;
  double sum = 0;
  for (const PartScore& part : parts) sum += part.score;
  return sum / static_cast<double>(parts.size());
}

}  // namespace starling
