#include "study/known_states.h"

#include <chrono>
#include <utility>
#include <vector>

namespace starling {

namespace {

constexpr int kCountedDays = kLongestBalanced + 10;

}  // namespace

void KnownStates::DueCounts::add(const ItemState& state, int items) {
  const int index = days_between(first, state.standing.due.day);
  if (!takes_room(state) || index < 0 || static_cast<std::size_t>(index) >= due.size()) return;
  due[static_cast<std::size_t>(index)] += items;
}

ItemState KnownStates::of(const ItemId& item) {
  if (!all_ && !look_up(item))
    if (const auto other = same_direction(item); other && look_up(*other)) inherit(item);
  const auto at = states_.find(item);
  return at == states_.end() ? ItemState{} : at->second;
}

bool KnownStates::look_up(const ItemId& item) {
  if (states_.contains(item)) return true;
  const std::optional<ItemState> state = store_.state(item);
  return state && states_.emplace(item, *state).second;
}

const ItemStates& KnownStates::all() {
  if (!all_) {
    settle_();
    library_->read_items_ahead();
    states_ = store_.states();
    all_ = true;
    inherited_.clear();
    inherit();
  }
  return states_;
}

void KnownStates::inherit() {
  for (const Item& item : library_->items())
    if (item.id.schedule() == kForward) inherit(item.id);
  std::vector<ItemId> no_more;  // reversible
  for (const auto& [id, state] : states_)
    if (id.schedule() == kForward)
      if (const auto plain = same_direction(id); plain && library_->find(*plain)) no_more.push_back(*plain);
  for (const ItemId& plain : no_more) inherit(plain);
}

void KnownStates::inherit(const ItemId& item) {
  const auto other = same_direction(item);
  if (!other || states_.contains(item)) return;
  auto state = states_.extract(*other);
  if (state.empty()) return;
  state.key() = item;
  states_.insert(std::move(state));
  inherited_.insert_or_assign(item, *other);
}

ItemId KnownStates::kept_under(const ItemId& item) {
  (void)of(item);
  const auto at = inherited_.find(item);
  return at == inherited_.end() ? item : at->second;
}

std::vector<int> KnownStates::others_due(const ItemId& item, const ItemState& state, Day first) {
  std::optional<DueCounts>& counts = counts_of(item);
  if (!counts || counts->first != first)
    counts = DueCounts{first, store_.due_counts(first, first + std::chrono::days(kCountedDays - 1),
                                                item.kind() == ItemKind::Story ? LoadOf::Stories : LoadOf::Cards)};
  DueCounts others = *counts;
  others.add(state, -1);
  return std::move(others.due);
}

void KnownStates::follow(const Deed& deed, const MemoryModel& model) {
  for (const Event& event : deed.events) {
    if (const auto* renamed = std::get_if<Renamed>(&event)) inherited_.erase(renamed->to);
    const ItemId* item = item_of(event);
    if (!item) continue;
    const ItemState before = of(*item);
    const ItemState after = apply(before, event, deed, model);
    if (auto& counts = counts_of(*item)) {
      counts->add(before, -1);
      counts->add(after, 1);
    }
    states_.insert_or_assign(*item, after);
  }
}

void KnownStates::forget() {
  states_.clear();
  inherited_.clear();
  all_ = false;
  forget_counts();
}

void KnownStates::forget_counts() { due_ = {}; }

}  // namespace starling
