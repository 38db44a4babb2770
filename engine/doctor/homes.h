// Items that have a history and no text any more, and where their text most likely is now.
#pragma once

#include <span>
#include <vector>

#include "doctor/finding.h"
#include "history/history.h"
#include "item/item.h"
#include "library/library.h"

namespace starling {

// One that was never answered, and put aside or flagged, is told where it has another id now or may have one.
// A deck, or another group, of which nothing is there is told once; else each item. `items` are all that have a text.
// What was done under the old id of a card by a machine that did not know of its rename goes where `names` lead.
[[nodiscard]] FindingList findings_of_lost_items(const ItemStates& states, std::span<const Item> items, const Names& names = {});

// The same as far as the learner's texts can be read: what lies in a file with a mistake is not lost.
[[nodiscard]] FindingList findings_of_lost_items(const ItemStates& states, const Library& library, const Names& names);

// Among `fresh`, which have no history: the same card with another schedule, a card of the same name elsewhere, one of
// the same deck with nearly the same name, or that begins with it. Null where none is near.
[[nodiscard]] const ItemId* likeliest_home(const ItemId& lost, std::span<const ItemId> fresh);

}  // namespace starling
