// Into which area did the time go?
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "calendar/calendar.h"
#include "history/history.h"
#include "plan/plan.h"

namespace starling {

struct AreaTime {
  std::array<double, 4> minutes{};  // in the order of kAreas
  double other = 0;                 // cards of decks that belong to no area

  [[nodiscard]] double of(Area area) const { return minutes[static_cast<std::size_t>(area)]; }
  [[nodiscard]] double sum() const;
};

// The area of a deck's area word ("lp", "aws"); nothing for "mixed".
[[nodiscard]] std::optional<Area> area_of_deck(std::string_view word);
// The area of an item: by its kind, of a card by its deck.
using AreaOfItem = std::function<std::optional<Area>(const ItemId&)>;

// From `first` to `last`, both included; `standing` are the deeds that count. What was practised counts with the minutes
// that were logged, the task that it ticked in the same deed not again. A task ticked without a time counts as planned
// (the cards and tellings of one are timed by themselves); answers count as timed.
[[nodiscard]] AreaTime area_time(std::span<const Deed> standing, const Plan& plan, std::string_view level,
                                 const AreaOfItem& area_of, Day first, Day last);

}  // namespace starling
