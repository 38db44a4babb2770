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
    if (const auto* undone = std::get_if<Undone>(&event)) see(DeedMeant{undone->deed, undone->order}, true);
    if (const auto* redone = std::get_if<Redone>(&event)) see(DeedMeant{redone->deed, redone->order}, false);
  }
}

// What was last said of each deed.
class LastControls {
 public:
  void add(const DeedMeant& target, bool undone) { last_[target] = {++turn_, undone}; }
  [[nodiscard]] bool take_back(const Deed& deed) const {
    if (last_.empty()) return false;
    Said said;
    for (const DeedMeant& meant : {DeedMeant{deed.id, std::nullopt}, DeedMeant{deed.id, deed.order}})
      if (const auto found = last_.find(meant); found != last_.end() && found->second.turn > said.turn) said = found->second;
    return said.undone;
  }

 private:
  struct Said {
    std::size_t turn = 0;
    bool undone = false;
  };
  std::map<DeedMeant, Said> last_;
  std::size_t turn_ = 0;
};

}  // namespace

Ledger read_ledger(std::span<const Deed> deeds) {
  LastControls controls;
  std::size_t tail = 0;  // behind the last deed that is no control
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    if (is_control(deeds[i]))
      for_each_control(deeds[i], [&](const DeedMeant& target, bool undone) { controls.add(target, undone); });
    else
      tail = i + 1;
  }
  Ledger ledger{std::vector<bool>(deeds.size(), false), redoable_after(deeds.subspan(tail))};
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    ledger.counts[i] = !is_control(deeds[i]) && !controls.take_back(deeds[i]);
  }
  return ledger;
}

bool counts_after(const Deed& deed, std::span<const Deed> controls) {
  bool counts = true;
  for (const Deed& control : controls)
    for_each_control(control, [&](const DeedMeant& target, bool undone) {
      if (target.covers(deed)) counts = !undone;
    });
  return counts;
}

std::vector<DeedMeant> redoable_after(std::span<const Deed> controls) {
  std::vector<DeedMeant> redoable;
  for (const Deed& control : controls)
    for_each_control(control, [&](const DeedMeant& target, bool undone) {
      std::erase_if(redoable, [&](const DeedMeant& each) {
        return each.id == target.id && (!target.order || each.order == target.order);
      });
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
  return ledger.redoable.back().id;
}

}  // namespace starling
