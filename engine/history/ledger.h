// Which deeds still count after all undos and redos? The one place where that is decided.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "history/deed.h"

namespace starling {

// What an undo or redo is about.
struct DeedMeant {
  DeedId id;
  std::optional<std::int64_t> order;  // of the one deed; absent: all of that id
  auto operator<=>(const DeedMeant&) const = default;
  [[nodiscard]] bool covers(const Deed& deed) const { return id == deed.id && (!order || *order == deed.order); }
};

// A deed counts unless the last undo or redo of it, in the order of history, is an undo. Where the deed stands, or
// whether it is there yet, makes no difference: an undo that came before its deed waits for it, a second one changes
// nothing. Undos and redos themselves never count, and cannot be taken back. Of two deeds of one id (a machine that was
// cloned) the one of the order that is said is meant, and both where none is.
struct Ledger {
  std::vector<bool> counts;  // one for each deed, in order
  // What `redo` would bring back, next one last: taken back since the last deed that was no undo or redo, and still so.
  std::vector<DeedMeant> redoable;
};
// A deed and what the ledger says of it.
struct PastDeed {
  Deed deed;
  bool counts = true;  // false: taken back
};

// `deeds` in the order of history.
[[nodiscard]] Ledger read_ledger(std::span<const Deed> deeds);

// Whether a deed counts, given the deeds that take it back or bring it back, in the order of history.
[[nodiscard]] bool counts_after(const Deed& deed, std::span<const Deed> controls);

// The redoable part of the ledger alone, from the deeds behind the last one that was no undo or redo.
[[nodiscard]] std::vector<DeedMeant> redoable_after(std::span<const Deed> controls);

// Those that count, with the ids that their items have now (see names.h).
[[nodiscard]] std::vector<Deed> standing_deeds(std::span<const Deed> deeds);

// What `undo` would take back: the last deed that counts, whichever device wrote it.
[[nodiscard]] std::optional<DeedId> last_to_undo(std::span<const Deed> deeds);
// Where that is several deeds of one id, the id of them.
[[nodiscard]] std::optional<DeedId> last_to_redo(std::span<const Deed> deeds);

}  // namespace starling
