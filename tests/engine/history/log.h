// A learner's log, written one event after the other, shared by the tests of the history.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
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

inline const Fsrs6& model() {
  static const Fsrs6 defaults(default_weights());
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

// Anything a learner, or a damaged file, may have happen to one of a few items.
inline void add_anything(Log& log, Dice& dice, int on_day) {
  const std::string item = std::string("deck/") + static_cast<char>('a' + dice.below(4));
  Reviewed answer = review(static_cast<Grade>(1 + dice.below(4)), static_cast<Phase>(dice.below(4)), on_day + 2);
  answer.step = dice.below(3);
  if (dice.below(2) == 0) answer.took = std::chrono::seconds(dice.below(90));
  switch (dice.below(8)) {
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
    default:
      log.add(answer, item, on_day);
  }
}

}  // namespace starling
