#include "agenda/row.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <tuple>

namespace starling {

namespace {

constexpr double kUntold = 2;  // behind every chance of recall

}  // namespace

bool is_earlier(const Due& a, const Due& b) {
  if (a.day != b.day) return a.day < b.day;
  return a.at.has_value() && (!b.at || *a.at < *b.at);
}

bool Row::before(ItemIndex first, ItemIndex second) const {
  const Entry& a = (*entries_)[first];
  const Entry& b = (*entries_)[second];
  switch (order_) {
    case RowOrder::ByDue:
    case RowOrder::ByNext:
      if (is_earlier(a.due, b.due)) return true;
      if (is_earlier(b.due, a.due)) return false;
      if (order_ == RowOrder::ByNext) return first < second;
      break;
    case RowOrder::ByUrgency:
      if (a.urgency != b.urgency) return a.urgency > b.urgency;
      break;
    case RowOrder::ByTurn:
      return a.turn < b.turn;
    case RowOrder::ByFading:
      return std::tuple(-a.urgency, a.recall.value_or(kUntold), a.turn) < std::tuple(-b.urgency, b.recall.value_or(kUntold), b.turn);
  }
  return a.item->id < b.item->id;
}

void Row::append(ItemIndex item) {
  items_.push_back(item);
  ++kinds_[(*entries_)[item].kind()];
}

// Of a long row: by keys that lie side by side.
void Row::sort_by_next() {
  constexpr Instant kRestOfDay = Instant::max();
  const auto due = [this](ItemIndex item) -> const Due& { return (*entries_)[item].due; };
  if (std::ranges::any_of(items_, [&](ItemIndex item) { return due(item).at.has_value(); })) {
    std::ranges::sort(items_, {}, [&](ItemIndex item) {
      return std::tuple(due(item).day, due(item).at.value_or(kRestOfDay), item);
    });
    return;
  }
  // Days alone, which is nearly all there is: each with its item as one number.
  std::vector<std::uint64_t> keys;
  keys.reserve(items_.size());
  for (const ItemIndex item : items_) {
    const auto day = static_cast<std::uint32_t>(due(item).day.time_since_epoch().count()) ^ 0x8000'0000U;  // below 0 first
    keys.push_back(std::uint64_t{day} << 32 | item);
  }
  std::ranges::sort(keys);
  std::ranges::transform(keys, items_.begin(), [](std::uint64_t key) { return static_cast<ItemIndex>(key); });
}

void Row::sort() {
  if (order_ == RowOrder::ByNext) return sort_by_next();
  std::ranges::sort(items_, [this](ItemIndex a, ItemIndex b) { return before(a, b); });
}

std::size_t Row::place(ItemIndex item) const {
  const auto row = items();
  const auto found = std::ranges::lower_bound(row, item, [this](ItemIndex a, ItemIndex b) { return before(a, b); });
  return static_cast<std::size_t>(found - row.begin());
}

void Row::insert(ItemIndex item) {
  constexpr std::size_t kRoom = 64;  // as many answers as a sitting has
  const std::size_t at = place(item);
  const bool in_front = at < size() / 2;
  if (in_front && free_ == 0) {
    items_.insert(items_.begin(), kRoom, ItemIndex{});
    free_ = kRoom;
  }
  const auto first = items_.begin() + static_cast<std::ptrdiff_t>(free_);
  const auto here = first + static_cast<std::ptrdiff_t>(at);
  if (in_front) {
    *std::move(first, here, first - 1) = item;
    --free_;
  } else {
    items_.insert(here, item);
  }
  ++kinds_[(*entries_)[item].kind()];
}

void Row::erase(ItemIndex item) {
  const std::size_t at = place(item);
  assert(at < size() && items()[at] == item);
  const auto first = items_.begin() + static_cast<std::ptrdiff_t>(free_);
  const auto here = first + static_cast<std::ptrdiff_t>(at);
  if (at < size() / 2) {
    std::move_backward(first, here, here + 1);
    ++free_;
  } else {
    items_.erase(here);
  }
  --kinds_[(*entries_)[item].kind()];
}

}  // namespace starling
