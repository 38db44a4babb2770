// A learner's log, written one event after the other, shared by the tests of the history.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "history/history.h"

namespace starling {

using namespace std::chrono_literals;

inline Day day(int number) { return Day(std::chrono::days(20000 + number)); }

inline Reviewed review(Grade grade, Phase phase = Phase::Review, int due_in_days = 3) {
  Reviewed result;
  result.grade = grade;
  result.phase = phase;
  result.due = Due{day(due_in_days), std::nullopt};
  return result;
}

struct Log {
  std::vector<Event> events;

  // Event ids leave gaps, as a log that was merged or filtered has them.
  EventId add(What what, std::string item = "lp/why", int on_day = 0) {
    const EventId id = events.empty() ? 1 : events.back().id + 3;
    const Instant at{std::chrono::days(20000 + on_day)};
    events.push_back({id, at, day(on_day), std::move(item), std::move(what)});
    return id;
  }
  // New weights and the items they move, as they are written: the one right after the other.
  EventId adopt(Weights weights, const std::vector<std::pair<std::string, Day>>& moves, int on_day = 0) {
    const EventId cause = add(Adopted{std::move(weights)}, std::string(kMemoryItem), on_day);
    for (const auto& [item, due] : moves) add(Moved{cause, due}, item, on_day);
    return cause;
  }
  // What the two commands do; false where there is nothing to take back or to bring back.
  bool undo() {
    const auto target = last_to_undo(events);
    if (target) add(Undone{*target});
    return target.has_value();
  }
  bool redo() {
    const auto target = last_to_redo(events);
    if (target) add(Redone{*target});
    return target.has_value();
  }
};

inline const MemoryModel& model() {
  static const MemoryModel defaults(default_weights());
  return defaults;
}

inline std::map<std::string, ItemState> folded(const Log& log) { return fold(log.events, model()); }

// Draws that are equal on every machine.
struct Dice {
  std::uint64_t state;
  int below(int sides) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return static_cast<int>((z ^ (z >> 31)) % static_cast<std::uint64_t>(sides));
  }
};

inline std::string any_item(Dice& dice) { return std::string("deck/") + static_cast<char>('a' + dice.below(4)); }

inline Weights some_weights(Dice& dice) {
  Weights weights = default_weights(kModelKinds.at(static_cast<std::size_t>(dice.below(2))));
  weights.numbers[3] += dice.below(50) / 7.0;
  return weights;
}

inline void adopt_anything(Log& log, Dice& dice, int on_day) {
  std::vector<std::pair<std::string, Day>> moves;
  for (int left = dice.below(4); left > 0; --left)
    moves.emplace_back(any_item(dice), day(on_day + 1 + dice.below(30)));
  log.adopt(some_weights(dice), moves, on_day);
}

// Anything a learner, or a damaged file, may have happen to one of a few items: one thing to undo.
inline void add_anything(Log& log, Dice& dice, int on_day) {
  const std::string item = any_item(dice);
  Reviewed answer = review(static_cast<Grade>(1 + dice.below(4)), static_cast<Phase>(dice.below(4)), on_day + 2);
  answer.step = dice.below(3);
  if (dice.below(2) == 0) answer.took = std::chrono::seconds(dice.below(90));
  switch (dice.below(9)) {
    case 0:
      log.add(Suspended{}, item, on_day);
      break;
    case 1:
      log.add(Unsuspended{}, item, on_day);
      break;
    case 2:
      log.add(Buried{day(on_day + 1)}, item, on_day);
      break;
    case 3:
      log.add(Told{answer, Beats{}}, item, on_day);
      break;
    case 4:
      adopt_anything(log, dice, on_day);
      break;
    default:
      log.add(answer, item, on_day);
  }
}

}  // namespace starling
