// What no way of using the minutes can exceed, by weak duality; exact but for the grid.
#pragma once

#include <vector>

#include "price/outlook.h"
#include "price/prices.h"

namespace starling {

// New items that may be begun on any day of those that have new ones, from the one on which they open. Days count from today.
struct NewToBegin {
  std::vector<FreshItems> opening;  // by the day on which they open
  std::vector<bool> begins;         // by day: whether it has new ones; as many as there are days
  double seconds = 0;               // of a day's seconds that beginning a card takes; 0: it is on top of them
  double never = 0;                 // how many of them are not begun on any day
};

// Of the search for its prices: hotter ones leave it loose where minutes are plenty.
inline constexpr double kBoundHeat = 1e-4;

// Mean of what the items are worth on the day, each counting as its worth: of those of the outlook, its `fresh` as they
// are, and of `choice`, each begun when that pays most. At any prices, and near at those found for a base of 0.
[[nodiscard]] double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const NewToBegin& choice, const Prices& prices,
                                 Threads& threads);
[[nodiscard]] double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const Prices& prices, Threads& threads);

}  // namespace starling
