// Every item in its place on a day, before anything is counted: gathered and put in order once, then item by item.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "agenda/day.h"
#include "agenda/row.h"
#include "agenda/wholes.h"
#include "history/history.h"
#include "item/item.h"
#include "memory/memory.h"

namespace starling {

class Gathered {
 public:
  using WholeNames = std::unordered_set<std::string>;

  // Keeps pointers: `items`, `states` and `model` outlive this. `answered` are the wholes of today's answers.
  Gathered(std::span<const Item> items, const ItemStates& states, DayFrame day, const MemoryModel& model, Wish wish,
           const WholeNames& answered);
  Gathered(const Gathered&) = delete;
  Gathered& operator=(const Gathered&) = delete;

  [[nodiscard]] const DayFrame& day() const { return day_; }
  [[nodiscard]] const Wish& wish() const { return wish_; }
  [[nodiscard]] const PassCounts& pass_counts() const { return pass_counts_; }
  // How many of those that are due wait for a sibling that was answered today.
  [[nodiscard]] int due_held() const { return due_held_; }
  [[nodiscard]] std::optional<ItemIndex> find(const ItemId& id) const;
  [[nodiscard]] const Item* find_item(const ItemId& id) const;
  [[nodiscard]] ItemIndex index_of(const Item* item) const { return static_cast<ItemIndex>(item - items_.data()); }

  // The state of the item is another one since.
  void replace(ItemIndex index);
  // Whether one of its schedules was answered today is another matter since.
  void set_answered(std::string_view whole, bool answered);
  // Steps end as time passes. An earlier moment than the last one changes nothing.
  void advance(Instant now);

  // Whether a card waits for none but those that stand before it in today's row, of which the last one is at `turn`.
  [[nodiscard]] bool may_follow(ItemIndex index, ItemIndex turn) const;

  std::vector<Entry> entries;  // by item
  Wholes wholes;
  Row steps{entries, RowOrder::ByDue};
  Row due{entries, RowOrder::ByUrgency};
  Row pass{entries, RowOrder::ByUrgency};  // of those in `later`
  Row fresh{entries, RowOrder::ByTurn};    // new, and ready
  Row soon{entries, RowOrder::ByDue};
  Row in_step{entries, RowOrder::ByDue};
  Row later{entries, RowOrder::ByNext};
  Row stories{entries, RowOrder::ByFading};

 private:
  void put_in(ItemIndex index, void (Row::*put)(ItemIndex));
  void take_out(ItemIndex index);
  void count(const Entry& entry, int by);
  [[nodiscard]] bool is_held(ItemIndex index) const;
  void weigh(Entry& entry) const;
  [[nodiscard]] double urgency_of(const Entry& entry, double recall, Elapsed elapsed) const;
  bool find_known(WholeEntry& whole);
  [[nodiscard]] bool is_ready(ItemIndex index) const;
  void find_ready(ItemIndex index);
  [[nodiscard]] Row* row_of(const Entry& entry);

  std::span<const Item> items_;
  const ItemStates& states_;
  DayFrame day_;
  const MemoryModel& model_;
  Wish wish_;
  PassCounts pass_counts_;
  int due_held_ = 0;
};

}  // namespace starling
