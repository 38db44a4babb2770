// A learner made of values: items, what was answered, and any day to look at them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agenda/agenda.h"

namespace starling::test {

using namespace std::chrono_literals;

// The plan's day 0, a Monday.
inline const Day kStart = *parse_day("2026-11-23");
inline constexpr int kPlanDays = 165;  // from the start to the interview

inline ItemId id(std::string_view text) { return *ItemId::parse(text); }

inline Item item(std::string_view text, int opens = 0) {
  Item made{id(text), "mixed", opens, {}, Levels::Both, Away::No, {}, 1};
  made.usual = traits(made.id.kind()).usual;
  return made;
}

inline Moment moment(int day, std::chrono::minutes time = 9h) {
  const Day on = kStart + std::chrono::days(day);
  return {Instant{(on + time).time_since_epoch()}, on};
}

// An ordinary day, all of it open.
inline DayFrame frame(int day, std::chrono::minutes time = 9h) {
  DayFrame made;
  made.now = moment(day, time);
  made.plan_day = day;
  made.plan_week = day / 7 + 1;
  made.days_left = kPlanDays - day;
  made.nothing_new_days = nothing_new_days(kPlanDays);
  made.asking = asking_on(false, false, made.days_left, made.nothing_new_days);
  made.nothing_new = why_nothing_new(made.days_left, made.nothing_new_days);
  return made;
}

inline DayFrame rest_day(int day) {
  DayFrame made = frame(day);
  made.asking = Asking::ReviewsOnly;
  return made;
}
inline DayFrame day_off(int day) {
  DayFrame made = frame(day);
  made.asking = Asking::Nothing;
  return made;
}

class Learner {
 public:
  explicit Learner(std::vector<Item> with = {}) : items(std::move(with)) {}

  // `count` cards "mine/c0", "mine/c1" …
  static Learner of_cards(int count) {
    Learner learner;
    for (int i = 0; i < count; ++i) learner.items.push_back(item("mine/c" + std::to_string(i)));
    return learner;
  }

  [[nodiscard]] const Item& find(std::string_view text) const {
    for (const Item& each : items)
      if (each.id.text() == text) return each;
    FAIL("no item " << text);
    return items.front();
  }

  // The deed of an answer, as scheduled, written and folded.
  Deed answer(std::string_view text, Grade grade, const Moment& now,
              std::optional<std::chrono::milliseconds> took = std::nullopt) {
    const ItemId which = id(text);
    ItemState& state = states[which];
    Policy by = policy;
    if (!traits(which.kind()).steps) by.learning_steps = by.relearning_steps = {};
    const Seed seed = seed_from(text, static_cast<std::uint64_t>(state.reviews));
    const Standing after = outcomes(state.standing, now.at, rule, by, model, seed)[index_of(grade)].after;
    return add({Answered{which, grade, took, after.phase, after.step, after.due, {}}}, now);
  }
  Deed add(std::vector<Event> events, const Moment& now) {
    Deed deed{{"abcdef", ++number_}, number_, now.at, 0min, now.day, std::move(events)};
    for (const Event& event : deed.events)
      if (const ItemId* which = item_of(event)) states[*which] = apply(states[*which], event, deed, model);
    deeds.push_back(deed);
    return deed;
  }
  // Learnt on one day and known from then on.
  void know(std::string_view text, int day, Grade grade = Grade::Easy) { (void)answer(text, grade, moment(day)); }
  // The last deed never happened.
  void undo() {
    deeds.pop_back();
    states = fold_items(deeds, model);
  }

  [[nodiscard]] Spent spent(Day on) const {
    return spent_on(on, deeds, states, [this](const ItemId& which) -> const Item* {
      for (const Item& each : items)
        if (each.id == which) return &each;
      return nullptr;
    });
  }
  [[nodiscard]] Agenda on(DayFrame day, Wish wish = {}) const {
    Spent today = spent(day.now.day);
    return Agenda(items, states, std::move(day), std::move(today), model, std::move(wish));
  }
  [[nodiscard]] Agenda on(int day, Wish wish = {}) const { return on(frame(day), std::move(wish)); }

  std::vector<Item> items;
  ItemStates states;
  std::vector<Deed> deeds;
  MemoryModel model{default_weights()};
  Policy policy{0.9, {1min, 10min}, {10min}, 180, false};
  DayRule rule{"UTC", 4};

 private:
  std::int64_t number_ = 0;
};

inline std::vector<std::string> ids(const std::vector<Asked>& list) {
  std::vector<std::string> texts;
  for (const Asked& asked : list) texts.push_back(asked.item->id.text());
  return texts;
}
using Ids = std::vector<std::string>;

inline Wish minutes(double count) {
  Wish wish;
  wish.minutes = count;
  return wish;
}

// Why `text` waits, as a word; "asked" where it does not.
inline std::string why(const Learner& learner, const Agenda& agenda, std::string_view text) {
  const auto waits = agenda.waits(learner.find(text));
  return waits ? std::string(to_string(waits->why)) : "asked";
}

}  // namespace starling::test
