// Learners, days and sittings by chance: of every kind of item, with needs, siblings and all that can put them away.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/agenda/learner.h"

namespace starling::test {

struct Dice {
  SplitMix64 numbers;
  int below(int sides) { return static_cast<int>(numbers.below(static_cast<std::uint64_t>(sides))); }
  bool one_in(int sides) { return below(sides) == 0; }
};

inline Item any_item(Dice& dice, int number) {
  constexpr std::array<const char*, 8> kIds{"mine/a{}",    "mine/b{}#f", "other/c{}", "mine/d{}",
                                            "problem/p{}", "probe/s/{}", "story/s{}", "question/q{}"};
  std::string text = kIds.at(static_cast<std::size_t>(dice.below(8)));
  text.replace(text.find("{}"), 2, std::to_string(number + 1));
  Item made = item(text, dice.one_in(4) ? dice.below(120) : 0);
  if (dice.one_in(12)) made.away = static_cast<Away>(1 + dice.below(3));
  if (dice.one_in(8)) made.levels = Levels::L7;
  if (dice.one_in(6)) made.usual = {5 + dice.below(60), 4 + dice.below(30), 3 + dice.below(20)};
  if (dice.one_in(6)) made.worth = 0.5 + dice.below(4);
  return made;
}

inline std::vector<Item> any_items(Dice& dice) {
  std::vector<Item> items;
  for (int number = dice.below(40); number >= 0; --number) {
    items.push_back(any_item(dice, number));
    if (items.back().id.schedule() == "#f") {
      items.push_back(items.back());
      items.back().id = id(std::string(items.back().id.whole()) + "#r");
    }
  }
  for (Item& each : items)
    for (int needs = dice.below(8) - 5; needs > 0; --needs) {
      const Item& other = items[static_cast<std::size_t>(dice.below(static_cast<int>(items.size())))];
      each.needs.push_back(dice.one_in(15) ? id("nowhere/x") : id(other.id.whole()));
    }
  return items;
}

inline const Item& any_of(Dice& dice, const Learner& learner) {
  return learner.items[static_cast<std::size_t>(dice.below(static_cast<int>(learner.items.size())))];
}

// Two thirds of the items were met on some day before.
inline Learner any_learner(Dice& dice, int today) {
  Learner learner(any_items(dice));
  if (dice.one_in(2)) learner.model = MemoryModel(default_weights(ModelKind::Fsrs7));
  for (int day = std::max(0, today - 70); day < today; day += 1 + dice.below(4))
    for (int answers = dice.below(6); answers > 0; --answers)
      (void)learner.answer(any_of(dice, learner).id.text(), kGrades.at(static_cast<std::size_t>(dice.below(4))),
                           moment(day), std::chrono::seconds(dice.below(60)));
  return learner;
}

inline DayFrame any_frame(Dice& dice, int day) {
  DayFrame made = frame(day);
  if (dice.one_in(5)) made = rest_day(day);
  if (dice.one_in(8)) made = day_off(day);
  made.minutes = 1 + dice.below(20);
  made.new_per_day = dice.below(12);
  made.reviews_per_day = dice.one_in(3) ? dice.below(8) : 120;
  made.stories_per_day = dice.below(4);
  made.order = kQueueOrders.at(static_cast<std::size_t>(dice.below(5)));
  made.policy = kStudyPolicies.at(static_cast<std::size_t>(dice.below(2)));
  return made;
}

inline Wish any_wish(Dice& dice) {
  Wish wish;
  if (dice.one_in(3)) wish.minutes = dice.below(15);
  if (dice.one_in(3)) wish.limit = dice.below(10);
  if (dice.one_in(5)) wish.ahead_days = dice.below(10);
  if (dice.one_in(4)) wish.fresh = 1 + dice.below(6);
  if (dice.one_in(5)) wish.wanted = [](const Item& each) { return each.id.group() == "mine"; };
  return wish;
}

// Any day of the plan, the last three weeks as often as the rest.
inline int any_day(Dice& dice) { return dice.one_in(2) ? kPlanDays - dice.below(20) : 1 + dice.below(100); }

}  // namespace starling::test
