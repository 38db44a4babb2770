// Where one item belongs on a day, before anything is counted: the rules of "is it asked?" that look at the item alone.
#pragma once

#include <cstdint>
#include <optional>

#include "agenda/day.h"
#include "agenda/reasons.h"
#include "history/history.h"
#include "item/item.h"

namespace starling {

enum class Stage : std::uint8_t {
  None,    // not today, whatever there is room for
  Later,   // seen, and for another day
  InStep,  // for later today
  Steps,
  Due,
  New,
  Soon,    // steps that end within kLearnAhead
  Story
};

struct Place {
  Stage stage = Stage::None;
  Why why = Why::NotDue;        // None, Later and InStep
  Reason reason = Reason::Due;  // the others
  Due due{};                    // of what was seen: its own date, or that of the day's aim
  std::optional<double> gain{}; // AimedDue::gain, where the aim knows the item
  bool pays = true;             // else it gains more from waiting than from a minute of today
};
[[nodiscard]] Place place_of(const Item& item, const ItemState& state, const DayFrame& day, const Wish& wish);

// What the item is to the final pass, given its place.
struct PassPart {
  bool met = false;      // a card met before the pass began
  bool waiting = false;  // and not asked since
  bool open = false;     // and not for today in any case
};
// Nothing outside of a pass.
[[nodiscard]] PassPart pass_part(const Item& item, const ItemState& state, const Place& place, const DayFrame& day);

}  // namespace starling
