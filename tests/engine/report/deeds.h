// A learner's deeds for the reports, one after the other.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "history/history.h"
#include "report/report.h"

namespace starling::test {

inline const Day kFirstDay = *parse_day("2026-12-21");

inline Day day(int number) { return kFirstDay + std::chrono::days(number); }

inline ItemId item(std::string_view text) { return ItemId::parse(text).value(); }

inline const MemoryModel& model() {
  static const MemoryModel defaults(default_weights());
  return defaults;
}

class Deeds {
 public:
  // An answer at noon of the day `on` that leaves its item in `after`, due on the day `due`.
  Deeds& answer(int on, std::string_view id, Grade grade, Phase after = Phase::Review, int due = 0,
                std::optional<std::chrono::seconds> took = {}) {
    return add(on, Answered{item(id), grade, took, after, 0, {day(due), {}}, {}});
  }
  Deeds& add(int on, Event event) { return add(on, std::vector<Event>{std::move(event)}); }
  Deeds& add(int on, std::vector<Event> events) {
    const auto number = static_cast<std::int64_t>(list.size()) + 1;
    const Instant at = Instant(day(on).time_since_epoch() + std::chrono::hours(12));
    list.push_back({{"aaaaaa", number}, number, at, {}, day(on), std::move(events)});
    return *this;
  }

  std::vector<Deed> list;
};

// By the states that these deeds lead to.
inline Done done_on(std::span<const Deed> deeds, Day first, Day last) {
  const ItemStates states = fold_items(deeds, model());
  return done_between(deeds, first_days_of(states), first, last);
}

}  // namespace starling::test
