// What does not stick, and what has lost its text?
#pragma once

#include <functional>
#include <vector>

#include "history/history.h"
#include "item/item.h"

namespace starling {

// An item that was forgotten so often that another card would serve better.
struct Leech {
  ItemId item;
  int lapses = 0;
  bool suspended = false;
  bool operator==(const Leech&) const = default;
};
// Those with at least `lapses`, the most first, then by id. What is not `known`, because its text is gone, is none.
[[nodiscard]] std::vector<Leech> leeches_of(const ItemStates& states, int lapses,
                                            const std::function<bool(const ItemId&)>& known);

// What has a history and is not `known`: its deck or its card is gone, or goes by another id. By id.
[[nodiscard]] std::vector<ItemId> lost_items(const ItemStates& states, const std::function<bool(const ItemId&)>& known);

}  // namespace starling
