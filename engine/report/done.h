// What was done, and how long did it take? In the functions below `deeds` are those that count (see standing_deeds), in
// the order of history.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"

namespace starling {

// What was done on a run of days, with items of every kind.
struct Done {
  int reviews = 0;    // answers, tellings among them
  int new_items = 0;  // of the items answered, those whose first day was among these
  int tellings = 0;
  std::array<int, 4> grades{};       // in the order of kGrades
  std::chrono::milliseconds time{};  // of the answers that were timed
};
// The day of an item's first answer or practice that was logged, as the states have it; nothing where it has none.
using FirstDays = std::function<std::optional<Day>(const ItemId&)>;
[[nodiscard]] FirstDays first_days_of(const ItemStates& states);  // keeps a reference
// `first` and `last` both included; `deeds` are at least those of these days.
[[nodiscard]] Done done_between(std::span<const Deed> deeds, const FirstDays& first_days, Day first, Day last);

// What was answered on one day.
struct DayDone {
  Day day{};
  int answers = 0;
  std::chrono::milliseconds time{};
};
// Every day from `first` to `last`, both included.
[[nodiscard]] std::vector<DayDone> done_by_day(std::span<const Deed> deeds, Day first, Day last);

// The same days by deck_or_kind, rising. Only decks and kinds with an answer.
struct DeckTime {
  std::string deck;
  int answers = 0;
  std::chrono::milliseconds time{};
};
[[nodiscard]] std::vector<DeckTime> time_by_deck(std::span<const Deed> deeds, Day first, Day last);

}  // namespace starling
