// How the items stand: read from the cache when first asked for, kept up with what is written here.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "item/item.h"
#include "library/library.h"
#include "memory/memory.h"
#include "schedule/schedule.h"
#include "store/store.h"

namespace starling {

class KnownStates {
 public:
  // Both outlive this; the library may be another one later. `settle` gives the cache what was written here, and is called
  // before all states are read.
  KnownStates(const Store& store, const std::shared_ptr<Library>& library, std::function<void()> settle)
      : store_(store), library_(library), settle_(std::move(settle)) {}

  // A new one where nothing is known of it.
  [[nodiscard]] ItemState of(const ItemId& item);
  [[nodiscard]] const ItemStates& all();
  // The id under which the item's history is kept: its own, but for a card that was made reversible, or is so no more,
  // and was not answered since.
  [[nodiscard]] ItemId kept_under(const ItemId& item);
  // How many others of its kind, stories or cards, come back on each of the days from `first` on; `state` is its own.
  [[nodiscard]] std::vector<int> others_due(const ItemId& item, const ItemState& state, Day first);

  // What `deed` makes of them.
  void follow(const Deed& deed, const MemoryModel& model);
  void forget();         // they are read again
  void forget_counts();  // of the days to come

 private:
  // Items that take room on the days from `first` on: the balanced intervals and the longest fuzz past them.
  struct DueCounts {
    Day first{};
    std::vector<int> due;
    // So many more on the day that an item takes room on, where that day is counted.
    void add(const ItemState& state, int items);
  };
  // Whether anything is known of it.
  bool look_up(const ItemId& item);
  // Gives the states of cards that were made reversible, or are so no more, to the ids they have now: of all, or of one.
  void inherit();
  void inherit(const ItemId& item);
  [[nodiscard]] std::optional<DueCounts>& counts_of(const ItemId& item) { return due_[item.kind() == ItemKind::Story ? 1 : 0]; }

  const Store& store_;
  const std::shared_ptr<Library>& library_;
  std::function<void()> settle_;
  ItemStates states_;  // what was looked at so far
  bool all_ = false;
  // Items that nothing happened to under their own id, and the id that has their history: a card in its first direction was
  // not reversible, or not any more.
  std::unordered_map<ItemId, ItemId> inherited_;
  std::array<std::optional<DueCounts>, 2> due_;  // of cards, and of stories
};

}  // namespace starling
