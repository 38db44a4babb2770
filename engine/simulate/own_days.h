// A learner's own days as a simulation sees them: the items as they stand, those that the plan will open, and habits
// from the history. Items of every kind are cards here, each with what it takes beside a card: a story that was told
// and a problem or an exercise that was done come back like one. As much of what else the plan has done as of late
// will be done on its days; when others will be told nobody foresees.
#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <vector>

#include "agenda/agenda.h"
#include "history/history.h"
#include "item/item.h"
#include "schedule/schedule.h"
#include "price/price.h"
#include "simulate/scenario.h"

namespace starling {

// The first answer of each card and question, those in steps and the reviews, of deeds that count, in order. Where they are the last
// part of a history, a card whose first day in `states` is before them was met by then.
[[nodiscard]] std::vector<LoggedAnswer> logged_answers(std::span<const Deed> standing, const ItemStates& states);

// The items of a scenario in its order: those of Scenario::known, then the new ones as they open on the days.
struct ScenarioItems {
  std::vector<const Item*> known;
  std::vector<std::vector<const Item*>> opening;  // by day, those last that are practised on it
  std::vector<int> practised;                     // by day, how many they are
};
// In their order.
template <class See>
void for_each_played(const ScenarioItems& played, See see) {
  for (const Item* item : played.known) see(*item);
  for (const auto& opening : played.opening)
    for (const Item* item : opening) see(*item);
}

[[nodiscard]] ScenarioItems scenario_items(std::span<const Item> items, const ItemStates& states, std::span<const DayFrame> days);

// What lies before a learner. `days` are the coming ones, today first and at least that; their level, counts, order and
// policy are those of today. `spent` is what today has seen; `worth` is what the learner makes of an item's own.
// Some things are simpler than in the agenda: cards do not wait for those that they need, but those of a story that was
// never told are left out; an item takes as long as those of its kind do on average, all have a card's steps, reviews are
// not moved to quieter days, and every item is aimed at the retention of `policy`.
[[nodiscard]] Scenario scenario_from(std::span<const Item> items, const ItemStates& states,
                                     std::span<const Deed> standing, std::span<const DayFrame> days, const Spent& spent,
                                     const Policy& policy, const ItemWorth& worth = {});
// The same of items that were sorted out before, by scenario_items of the same days.
[[nodiscard]] Scenario scenario_of(const ScenarioItems& played, const ItemStates& states, std::span<const Deed> standing,
                                   std::span<const DayFrame> days, const Spent& spent, const Policy& policy,
                                   const ItemWorth& worth = {});

// How a learner answers, and on how many days, is learnt from so many up to the last on which something was answered: of
// years of them only the reading would take long, and whoever was away comes back to the habits from before.
inline constexpr std::chrono::days kHabitDays{56};

// A story that was never told, which no scenario has.
struct WeighedStory {
  ItemId story;
  ItemWeight weight;
};
// Those that could be told today. `scenario` is of the same items.
[[nodiscard]] std::vector<WeighedStory> untold_stories(std::span<const Item> items, const ItemStates& states, std::span<const Deed> standing,
                                                       const Scenario& scenario, const ItemWorth& worth = {});

// What share of the coming days will be lived (share_lived), by the last 28 before today that `asks` says ask for something,
// back to the first one on which something was answered. Of days missed in a row a week counts: a longer absence is no
// habit, and what was before it is looked at in its place.
[[nodiscard]] double lived_by(std::span<const Deed> standing, Day today, const std::function<bool(Day)>& asks);

// Cards that are due on each of the days as things stand now, those overdue on the first.
[[nodiscard]] std::vector<int> due_by_day(const Scenario& scenario);

}  // namespace starling
