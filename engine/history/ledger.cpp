#include "history/ledger.h"

#include <algorithm>
#include <map>

#include "history/names.h"

namespace starling {

namespace {

// Calls `see(target, undone)` for every undo and redo of a deed, in order.
template <class See>
void for_each_control(const Deed& deed, See see) {
  for (const Event& event : deed.events) {
    if (const auto* undone = std::get_if<Undone>(&event)) see(undone->deed, true);
    if (const auto* redone = std::get_if<Redone>(&event)) see(redone->deed, false);
  }
}

}  // namespace

Ledger read_ledger(std::span<const Deed> deeds) {
  std::map<DeedId, bool> taken_back;
  std::size_t tail = 0;  // behind the last deed that is no control
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    if (is_control(deeds[i]))
      for_each_control(deeds[i], [&](const DeedId& target, bool undone) { taken_back[target] = undone; });
    else
      tail = i + 1;
  }
  Ledger ledger{std::vector<bool>(deeds.size(), false), redoable_after(deeds.subspan(tail))};
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    if (is_control(deeds[i])) continue;
    const auto control = taken_back.empty() ? taken_back.end() : taken_back.find(deeds[i].id);
    ledger.counts[i] = control == taken_back.end() || !control->second;
  }
  return ledger;
}

bool counts_after(const DeedId& deed, std::span<const Deed> controls) {
  bool counts = true;
  for (const Deed& control : controls)
    for_each_control(control, [&](const DeedId& target, bool undone) {
      if (target == deed) counts = !undone;
    });
  return counts;
}

std::vector<DeedId> redoable_after(std::span<const Deed> controls) {
  std::vector<DeedId> redoable;
  for (const Deed& control : controls)
    for_each_control(control, [&](const DeedId& target, bool undone) {
      std::erase(redoable, target);
      if (undone) redoable.push_back(target);
    });
  return redoable;
}

std::vector<Deed> standing_deeds(std::span<const Deed> deeds) {
  const Ledger ledger = read_ledger(deeds);
  const Names names(deeds, ledger);
  std::vector<Deed> result;
  for (std::size_t i = 0; i < deeds.size(); ++i)
    if (ledger.counts[i]) result.push_back(names.now(deeds[i]));
  return result;
}

std::optional<DeedId> last_to_undo(std::span<const Deed> deeds) {
  const Ledger ledger = read_ledger(deeds);
  for (std::size_t i = deeds.size(); i > 0; --i)
    if (ledger.counts[i - 1]) return deeds[i - 1].id;
  return std::nullopt;
}

std::optional<DeedId> last_to_redo(std::span<const Deed> deeds) {
  const Ledger ledger = read_ledger(deeds);
  if (ledger.redoable.empty()) return std::nullopt;
  return ledger.redoable.back();
}

}  // namespace starling
