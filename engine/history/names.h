// Under which id does what happened stand now? A rename moves all that was before it; what comes under the old id later
// stays there.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

#include "history/deed.h"
#include "history/ledger.h"

namespace starling {

class Names {
 public:
  Names() = default;
  // `deeds` in the order of history, with those among them that count.
  Names(std::span<const Deed> deeds, const Ledger& ledger);
  // Deeds that all count, in the order of history.
  explicit Names(std::span<const Deed> standing);

  [[nodiscard]] bool empty() const { return steps_.empty(); }
  // Whether anything is renamed behind the deed.
  [[nodiscard]] bool change_after(const Deed& deed) const;

  // What an event of `deed` calls `item`, by its id of now.
  [[nodiscard]] const ItemId& now(const ItemId& item, const Deed& deed) const;
  // Where all renames lead what stood under `item` before the first of them; `item` itself where none is of it.
  [[nodiscard]] const ItemId& led_to(const ItemId& item) const;
  // The deed with every id as it is now. What renamed something renames nothing any more, so that once is enough.
  [[nodiscard]] Deed now(Deed deed) const;

 private:
  // One deed: all it renames moves at once, so that two cards can change places.
  struct Step {
    std::int64_t order;
    DeedId deed;
    std::vector<std::pair<ItemId, ItemId>> moves;
  };
  void add(const Deed& deed);
  [[nodiscard]] std::vector<Step>::const_iterator first_after(const Deed& deed) const;
  [[nodiscard]] const ItemId& led_from(std::vector<Step>::const_iterator first, const ItemId& item) const;

  std::vector<Step> steps_;
  std::unordered_set<ItemId> moved_;
};

}  // namespace starling
