#include "agenda/wholes.h"

#include <algorithm>
#include <utility>

namespace starling {

Wholes::Wholes(std::span<const Item> items, const ItemStates& states) {
  numbers_.reserve(items.size());
  wholes_.reserve(items.size());
  whole_of_.reserve(items.size());
  for (const Item& item : items) {
    whole_of_.push_back(number(item.id.whole()));
    ++wholes_[whole_of_.back()].schedules;
  }
  for (const Item& item : items)
    for (const ItemId& need : item.needs) ++wholes_[number(need.whole())].needed_by;
  list(items);
  find_gone(states);
}

std::uint32_t Wholes::number(std::string_view whole) {
  const auto [found, fresh] = numbers_.try_emplace(whole, static_cast<std::uint32_t>(wholes_.size()));
  if (fresh) wholes_.emplace_back();
  return found->second;
}

// The lists of all wholes lie in two vectors: most have one item, and some twenty thousand small vectors take time.
void Wholes::list(std::span<const Item> items) {
  std::uint32_t schedules = 0;
  std::uint32_t needed_by = 0;
  for (WholeEntry& whole : wholes_) {
    whole.first_schedule = schedules;
    whole.first_needed_by = needed_by;
    schedules += std::exchange(whole.schedules, 0);
    needed_by += std::exchange(whole.needed_by, 0);
  }
  schedules_.resize(schedules);
  needed_by_.resize(needed_by);
  for (ItemIndex index = 0; index < items.size(); ++index) {
    WholeEntry& own = of(index);
    schedules_[own.first_schedule + own.schedules++] = index;
    for (const ItemId& need : items[index].needs) {
      WholeEntry& whole = *find(need.whole());
      needed_by_[whole.first_needed_by + whole.needed_by++] = index;
    }
  }
}

WholeEntry* Wholes::find(std::string_view whole) {
  const auto found = numbers_.find(whole);
  return found == numbers_.end() ? nullptr : &wholes_[found->second];
}

const WholeEntry* Wholes::find(std::string_view whole) const {
  const auto found = numbers_.find(whole);
  return found == numbers_.end() ? nullptr : &wholes_[found->second];
}

// A card that was met and then taken out of its deck holds nobody up; one that never was anywhere does.
void Wholes::find_gone(const ItemStates& states) {
  if (std::ranges::none_of(wholes_, [](const WholeEntry& whole) { return whole.schedules == 0; })) return;
  for (const auto& [id, state] : states) {
    if (!seen(state) && (!state.suspended || id.kind() == ItemKind::Story)) continue;
    if (WholeEntry* whole = find(id.whole()); whole && whole->schedules == 0) whole->gone = true;
  }
}

}  // namespace starling
