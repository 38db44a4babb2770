// Siblings, and which wholes were met: by number, so that the update of one item looks at nothing but its relations.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "history/history.h"
#include "item/item.h"

namespace starling {

using ItemIndex = std::uint32_t;

struct WholeEntry {
  bool known = false;     // one of its schedules was seen, or was put away, or is of the other level: it holds nobody up
  bool gone = false;      // of no text any more, but met once
  bool answered = false;  // one of its schedules was, today
  bool in_row = false;    // one of its schedules is asked today

  // Where its lists lie; see Wholes.
  std::uint32_t first_schedule = 0;
  std::uint32_t schedules = 0;
  std::uint32_t first_needed_by = 0;
  std::uint32_t needed_by = 0;
};

class Wholes {
 public:
  // `items` outlive this.
  Wholes(std::span<const Item> items, const ItemStates& states);

  [[nodiscard]] WholeEntry& of(ItemIndex item) { return wholes_[whole_of_[item]]; }
  [[nodiscard]] const WholeEntry& of(ItemIndex item) const { return wholes_[whole_of_[item]]; }
  // `need` is one of an item's.
  [[nodiscard]] const WholeEntry& needed(const ItemId& need) const { return wholes_[numbers_.at(need.whole())]; }
  // Null where no item is or needs it.
  [[nodiscard]] WholeEntry* find(std::string_view whole);
  [[nodiscard]] const WholeEntry* find(std::string_view whole) const;
  [[nodiscard]] std::span<WholeEntry> all() { return wholes_; }

  // The items that are schedules of it, as they were given.
  [[nodiscard]] std::span<const ItemIndex> schedules(const WholeEntry& whole) const {
    return std::span(schedules_).subspan(whole.first_schedule, whole.schedules);
  }
  // The items that need it; one that names it twice stands here twice.
  [[nodiscard]] std::span<const ItemIndex> needed_by(const WholeEntry& whole) const {
    return std::span(needed_by_).subspan(whole.first_needed_by, whole.needed_by);
  }

 private:
  std::uint32_t number(std::string_view whole);
  void list(std::span<const Item> items);
  void find_gone(const ItemStates& states);

  std::vector<WholeEntry> wholes_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // views into the ids of the items
  std::vector<std::uint32_t> whole_of_;                          // by item
  std::vector<ItemIndex> schedules_;                             // whole after whole
  std::vector<ItemIndex> needed_by_;
};

// Whether the item alone makes its whole known to a learner of `level`: by being put away too, or of the other level, since
// it is never asked then; but of a story by a telling alone.
[[nodiscard]] inline bool makes_known(const Item& item, const ItemState& state, std::string_view level) {
  if (seen(state)) return true;
  if (item.id.kind() == ItemKind::Story) return false;
  return item.away != Away::No || state.suspended || !meant_for(item.levels, level);
}

}  // namespace starling
