#include "report/leeches.h"

#include <algorithm>
#include <tuple>

namespace starling {

std::vector<Leech> leeches_of(const ItemStates& states, int lapses, const std::function<bool(const ItemId&)>& known) {
  std::vector<Leech> leeches;
  for (const auto& [item, state] : states)
    if (state.lapses >= lapses && known(item)) leeches.push_back({item, state.lapses, state.suspended});
  std::ranges::sort(leeches, [](const Leech& a, const Leech& b) {
    return std::tie(b.lapses, a.item) < std::tie(a.lapses, b.item);
  });
  return leeches;
}

std::vector<ItemId> lost_items(const ItemStates& states, const std::function<bool(const ItemId&)>& known) {
  std::vector<ItemId> lost;
  for (const auto& [item, state] : states)
    if (!known(item)) lost.push_back(item);
  std::ranges::sort(lost);
  return lost;
}

}  // namespace starling
