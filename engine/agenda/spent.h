// What today has seen already, and what an answer is expected to take.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <unordered_set>

#include "history/history.h"
#include "item/item.h"

namespace starling {

// The seconds of every kind count; the numbers are of cards, which here and in the agenda is everything but stories.
struct Spent {
  double seconds = 0;  // timed, or as expected
  double new_seconds = 0;  // of them, of cards met first today, with their steps
  int answers = 0;     // to cards, of whatever day
  int recalled = 0;    // of them, not graded again
  int reviews = 0;     // answers to cards that were met on an earlier day, steps among them
  int begun = 0;       // cards met first today
  int tellings = 0;
  std::unordered_set<std::string> wholes;  // of the items of any answer today: their siblings wait
  std::unordered_set<std::string> asked;   // items with any answer today
  std::string last_group;                  // of the card answered last
  bool operator==(const Spent&) const = default;
};

// Null for what is in no text any more.
using FindItem = std::function<const Item*(const ItemId&)>;

// `today` are the deeds of the day that count, in order; those of other days among them are passed over. `states` are
// those after all of them.
[[nodiscard]] Spent spent_on(Day day, std::span<const Deed> today, const ItemStates& states, const FindItem& item);

// One deed of that day more.
void add_to(Spent& spent, Day day, const Deed& deed, const ItemStates& states, const FindItem& item);

// Seconds that an answer is expected to take: the usual ones of the item, moved towards the learner's own.
[[nodiscard]] int expected_seconds(const Item& item, const ItemState& state);

// The default for an item that was never met. The result lives as long as `states`, or for ever.
[[nodiscard]] const ItemState& state_of(const ItemStates& states, const ItemId& item);

}  // namespace starling
