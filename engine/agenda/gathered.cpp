#include "agenda/gathered.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "agenda/choice.h"
#include "agenda/place.h"
#include "agenda/spent.h"

namespace starling {

Gathered::Gathered(std::span<const Item> items, const ItemStates& states, DayFrame day, const MemoryModel& model,
                   Wish wish, const WholeNames& answered)
    : entries(items.size()),
      wholes(items, states),
      items_(items),
      states_(states),
      day_(std::move(day)),
      model_(model),
      wish_(std::move(wish)) {
  std::vector<ItemIndex> by_opening(items.size());
  std::iota(by_opening.begin(), by_opening.end(), ItemIndex{0});
  std::ranges::stable_sort(by_opening, {}, [&](ItemIndex index) { return items[index].opens; });
  for (ItemIndex turn = 0; turn < by_opening.size(); ++turn) entries[by_opening[turn]].turn = turn;

  for (const std::string& name : answered)
    if (WholeEntry* whole = wholes.find(name)) whole->answered = true;
  for (ItemIndex index = 0; index < items.size(); ++index) {
    entries[index].item = &items[index];
    entries[index].lacking = static_cast<int>(items[index].needs.size());
    put_in(index, &Row::append);
  }
  for (WholeEntry& whole : wholes.all()) (void)find_known(whole);
  for (ItemIndex index = 0; index < items.size(); ++index) {
    entries[index].ready = is_ready(index);
    if (entries[index].ready) fresh.append(index);
  }
  for (Row* row : {&steps, &due, &pass, &fresh, &soon, &in_step, &later, &stories}) row->sort();
}

std::optional<ItemIndex> Gathered::find(const ItemId& id) const {
  if (const WholeEntry* whole = wholes.find(id.whole()))
    for (const ItemIndex index : wholes.schedules(*whole))
      if (items_[index].id == id) return index;
  return std::nullopt;
}

const Item* Gathered::find_item(const ItemId& id) const {
  const auto index = find(id);
  return index ? &items_[*index] : nullptr;
}

Row* Gathered::row_of(const Entry& entry) {
  switch (entry.place.stage) {
    case Stage::Later:
      return &later;
    case Stage::InStep:
      return &in_step;
    case Stage::Steps:
      return &steps;
    case Stage::Due:
      return entry.held ? nullptr : &due;
    case Stage::Soon:
      return &soon;
    case Stage::Story:
      return &stories;
    case Stage::None:
    case Stage::New:  // see find_ready
      break;
  }
  return nullptr;
}

void Gathered::put_in(ItemIndex index, void (Row::*put)(ItemIndex)) {
  Entry& entry = entries[index];
  entry.state = &state_of(states_, entry.item->id);
  entry.place = place_of(*entry.item, *entry.state, day_, wish_);
  entry.pass = pass_part(*entry.item, *entry.state, entry.place, day_);
  entry.due = entry.place.due;
  entry.held = is_held(index);
  weigh(entry);
  if (Row* row = row_of(entry)) (row->*put)(index);
  if (entry.pass.open && !entry.held) (pass.*put)(index);
  count(entry, 1);
}

void Gathered::take_out(ItemIndex index) {
  const Entry& entry = entries[index];
  if (Row* row = row_of(entry)) row->erase(index);
  if (entry.pass.open && !entry.held) pass.erase(index);
  count(entry, -1);
}

// One that was answered itself is nobody's to hold up: it would be asked again.
bool Gathered::is_held(ItemIndex index) const {
  const Entry& entry = entries[index];
  const Stage stage = entry.place.stage;
  if (stage != Stage::Due && stage != Stage::New && !entry.pass.open) return false;
  const bool itself = seen(*entry.state) && entry.state->standing.last_day >= day_.now.day;
  return wholes.of(index).answered && !itself;
}

void Gathered::count(const Entry& entry, int by) {
  if (entry.place.stage == Stage::Due && entry.held) due_held_ += by;
  if (entry.pass.met) pass_counts_.met += by;
  if (entry.pass.waiting) pass_counts_.waiting += by;
  if (entry.pass.waiting && !entry.pass.open) pass_counts_.due += by;
}

// Only what may be asked today is weighed: recall costs more than all the rest.
void Gathered::weigh(Entry& entry) const {
  const Stage stage = entry.place.stage;
  entry.recall.reset();
  entry.urgency = 0;
  if (stage == Stage::None || stage == Stage::InStep || (stage == Stage::Later && !entry.pass.open)) return;
  const Standing& standing = entry.state->standing;
  entry.seconds = expected_seconds(*entry.item, *entry.state);
  if (!standing.memory) {
    entry.urgency = entry.place.gain.value_or(0);
    return;
  }
  const Elapsed elapsed = elapsed_since(standing, day_.now.at, day_.now.day);
  const double recall = model_.recall_after(elapsed, *standing.memory);
  entry.recall = recall;
  if (entry.pass.open) entry.urgency = -recall;
  if (stage == Stage::Due || stage == Stage::Story)
    entry.urgency = entry.place.gain ? *entry.place.gain : stage == Stage::Due ? urgency_of(entry, recall, elapsed) : 0;
}

double Gathered::urgency_of(const Entry& entry, double recall, Elapsed elapsed) const {
  const Standing& standing = entry.state->standing;
  const auto today = static_cast<std::uint64_t>(day_.now.day.time_since_epoch().count());
  DueItem item;
  item.days_overdue = days_between(standing.due.day, day_.now.day);
  item.interval_days = days_between(standing.last_day, standing.due.day);
  item.seconds = entry.seconds;
  return urgency_by(
      day_.order, item, [&] { return recall; },
      [&] {
        return worth_of(*entry.item, day_.worth) * recall_gained(model_, *standing.memory, elapsed);
      },
      [&] { return seed_from(entry.item->id.text(), today); });
}

void Gathered::replace(ItemIndex index) {
  take_out(index);
  put_in(index, &Row::insert);
  find_ready(index);
  WholeEntry& whole = wholes.of(index);
  if (!find_known(whole)) return;
  for (const ItemIndex other : wholes.needed_by(whole)) find_ready(other);
}

// Whether that has changed.
bool Gathered::find_known(WholeEntry& whole) {
  const bool known = whole.gone || std::ranges::any_of(wholes.schedules(whole), [&](ItemIndex index) {
                       return makes_known(*entries[index].item, *entries[index].state, day_.level);
                     });
  if (known == whole.known) return false;
  whole.known = known;
  for (const ItemIndex index : wholes.needed_by(whole)) entries[index].lacking += known ? -1 : 1;
  return true;
}

bool Gathered::is_ready(ItemIndex index) const {
  const Entry& entry = entries[index];
  return entry.place.stage == Stage::New && entry.lacking == 0 && !entry.held;
}

void Gathered::find_ready(ItemIndex index) {
  Entry& entry = entries[index];
  const bool ready = is_ready(index);
  if (ready == entry.ready) return;
  entry.ready = ready;
  if (ready) fresh.insert(index);
  else fresh.erase(index);
}

void Gathered::set_answered(std::string_view name, bool answered) {
  WholeEntry* whole = wholes.find(name);
  if (!whole || whole->answered == answered) return;
  whole->answered = answered;
  for (const ItemIndex index : wholes.schedules(*whole)) replace(index);
}

void Gathered::advance(Instant now) {
  day_.now.at = std::max(day_.now.at, now);
  const auto ends_within = [&](const Row& row, std::chrono::minutes ahead) {
    return row.size() > 0 && *entries[row.items().front()].due.at <= day_.now.at + ahead;
  };
  while (ends_within(in_step, kLearnAhead)) replace(in_step.items().front());
  while (ends_within(soon, std::chrono::minutes(0))) replace(soon.items().front());
}

bool Gathered::may_follow(ItemIndex index, ItemIndex turn) const {
  const Entry& entry = entries[index];
  const WholeEntry& whole = wholes.of(index);
  return entry.place.stage == Stage::New && entry.turn > turn && !entry.ready && !entry.held && !whole.in_row &&
         std::ranges::all_of(entry.item->needs, [&](const ItemId& need) {
           const WholeEntry& needed = wholes.needed(need);
           return needed.known || needed.in_row;
         });
}

}  // namespace starling
