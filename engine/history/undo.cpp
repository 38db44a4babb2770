#include <algorithm>
#include <cstddef>

#include "history/ledger.h"

namespace starling {

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// Not taken back by itself.
bool is_control(const Event& event) {
  return std::holds_alternative<Undone>(event.what) || std::holds_alternative<Redone>(event.what) ||
         std::holds_alternative<Moved>(event.what);
}

// Where among the events before a control its target stands; kNowhere for what cannot be undone.
std::size_t find_target(std::span<const Event> earlier, EventId target) {
  const auto found = std::ranges::lower_bound(earlier, target, {}, &Event::id);
  if (found == earlier.end() || found->id != target || is_control(*found)) return kNowhere;
  return static_cast<std::size_t>(found - earlier.begin());
}

}  // namespace

Ledger read_ledger(std::span<const Event> events) {
  Ledger ledger{std::vector<bool>(events.size(), false), {}};
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto* undone = std::get_if<Undone>(&events[i].what)) {
      const std::size_t target = find_target(events.first(i), undone->target);
      if (target == kNowhere || !ledger.counts[target]) continue;
      ledger.counts[target] = false;
      ledger.redoable.push_back(undone->target);
    } else if (const auto* redone = std::get_if<Redone>(&events[i].what)) {
      const std::size_t target = find_target(events.first(i), redone->target);
      if (target == kNowhere) continue;
      ledger.counts[target] = true;
      std::erase(ledger.redoable, redone->target);
    } else {
      ledger.counts[i] = true;
      ledger.redoable.clear();
    }
  }
  for (std::size_t i = 0; i < events.size(); ++i)
    if (const auto* moved = std::get_if<Moved>(&events[i].what)) {
      const std::size_t cause = find_target(events.first(i), moved->cause);
      ledger.counts[i] = cause != kNowhere && ledger.counts[cause];
    }
  return ledger;
}

std::vector<Event> standing_events(std::span<const Event> events) {
  const Ledger ledger = read_ledger(events);
  std::vector<Event> result;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (ledger.counts[i]) result.push_back(events[i]);
  return result;
}

std::optional<EventId> last_to_undo(std::span<const Event> events) {
  const Ledger ledger = read_ledger(events);
  for (std::size_t i = events.size(); i > 0; --i)
    if (ledger.counts[i - 1] && !is_control(events[i - 1])) return events[i - 1].id;
  return std::nullopt;
}

std::optional<EventId> last_to_redo(std::span<const Event> events) {
  const Ledger ledger = read_ledger(events);
  if (ledger.redoable.empty()) return std::nullopt;
  return ledger.redoable.back();
}

}  // namespace starling
