// The items of one stage in their order. Kept in order while single items come and go.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "agenda/place.h"
#include "agenda/wholes.h"
#include "history/history.h"
#include "item/item.h"
#include "schedule/schedule.h"

namespace starling {

// What the agenda knows of one item. What rows go by is kept here as it was when the item was placed, so that it is
// found again after its state has changed.
struct Entry {
  const Item* item = nullptr;
  const ItemState* state = nullptr;
  Place place;
  PassPart pass;
  bool held = false;     // a sibling was answered today: in no row but those of steps
  bool behind = false;   // a sibling is asked before it today
  Due due;
  std::optional<double> recall;
  int seconds = 0;
  double urgency = 0;
  ItemIndex turn = 0;    // among new ones and stories: as the plan opens them, then as they were given
  int lacking = 0;       // needs that were never met
  bool ready = false;    // new, and nothing but the counts and the minutes stand before it
  bool follows = false;  // new, and what it lacks stands before it in today's row
  std::optional<std::size_t> asked_at;  // in the cards or the stories

  [[nodiscard]] std::size_t kind() const { return static_cast<std::size_t>(item->id.kind()); }
};

// Whether `a` comes first: a day's moments before the rest of the day.
[[nodiscard]] bool is_earlier(const Due& a, const Due& b);

enum class RowOrder {
  ByDue,      // the earliest first, equal ones by id
  ByNext,     // the same, equal ones as they were given: for a row that is never asked, and long
  ByUrgency,  // the highest first, equal ones by id
  ByTurn,
  ByFading    // what adds most first, then the lowest recall, those without by turn at the end
};

using CountByKind = std::array<int, kItemKinds.size()>;

class Row {
 public:
  // `entries` outlive this and keep their places.
  Row(const std::vector<Entry>& entries, RowOrder order) : entries_(&entries), order_(order) {}

  // To be put in order once all are there.
  void append(ItemIndex item);
  void sort();

  void insert(ItemIndex item);
  void erase(ItemIndex item);

  // How many stand before it.
  [[nodiscard]] std::size_t place(ItemIndex item) const;
  // Good until the row changes.
  [[nodiscard]] std::span<const ItemIndex> items() const { return std::span(items_).subspan(free_); }
  [[nodiscard]] std::size_t size() const { return items_.size() - free_; }
  [[nodiscard]] const CountByKind& kinds() const { return kinds_; }

 private:
  [[nodiscard]] bool before(ItemIndex a, ItemIndex b) const;
  void sort_by_next();

  const std::vector<Entry>* entries_;
  RowOrder order_;
  std::vector<ItemIndex> items_;
  std::size_t free_ = 0;  // places before the first: what leaves or enters a long row mostly stands near its front
  CountByKind kinds_{};
};

}  // namespace starling
