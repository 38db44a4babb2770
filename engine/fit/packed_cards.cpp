#include "fit/packed_cards.h"

#include <array>

#include "fit/passes.h"

namespace starling {

// By a count of each length, as there are few.
std::vector<PackedCard> by_length(const std::vector<PackedCard>& rows) {
  std::array<std::uint32_t, kMostSteps + 2> begin{};
  for (const PackedCard& row : rows) ++begin[row.reviews + std::size_t{1}];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<PackedCard> sorted(rows.size());
  for (const PackedCard& row : rows) sorted[begin[row.reviews]++] = row;
  return sorted;
}

}  // namespace starling
