// Cards that the learner found unclear or wrong.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "history/deed.h"

namespace starling {

struct CardFlag {
  DeedId deed;
  Day day{};
  std::string note;
  bool operator==(const CardFlag&) const = default;
};

// At so many a card is suspended.
inline constexpr int kFlagsToSuspend = 2;

// In the functions below `standing` are deeds that count, in order, with items under the ids that they have now.

// Those of the item that were not taken off.
[[nodiscard]] std::vector<CardFlag> flags_of(std::span<const Deed> standing, const ItemId& item);

// Of every card, by "deck/card": each deed once, whatever schedules it was about.
[[nodiscard]] std::map<std::string, std::vector<CardFlag>> flagged_cards(std::span<const Deed> standing);

// The first counts; a later one does where it is of another day or has a note of its own: the same key pressed twice
// says nothing new.
[[nodiscard]] int times_flagged(std::span<const CardFlag> flags);

}  // namespace starling
