// One learner's evening, shared by the tests of the schedule.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

#include "schedule/schedule.h"

namespace starling {

using namespace std::chrono_literals;

inline const DayRule& berlin() {
  static const DayRule rule("Europe/Berlin", 4);
  return rule;
}

inline Day day(std::string_view text) { return *parse_day(text); }

inline Instant at(std::string_view text, std::chrono::minutes time_of_day) {
  return berlin().moment(day(text), time_of_day);
}

inline Policy plain_policy() {
  Policy policy;
  policy.learning_steps = {1min, 10min};
  policy.relearning_steps = {10min};
  policy.fuzz = false;
  return policy;
}

inline const MemoryModel& fsrs6() {
  static const MemoryModel model(default_weights(ModelKind::Fsrs6));
  return model;
}

inline const MemoryModel& fsrs7() {
  static const MemoryModel model(default_weights(ModelKind::Fsrs7));
  return model;
}

// Last answered at noon of `last`.
inline Standing in_review(double stability, double difficulty, Day last, int interval) {
  return {Phase::Review,
          0,
          MemoryState{Stability{stability}, Difficulty{difficulty}},
          last,
          Due{last + std::chrono::days(interval), std::nullopt},
          berlin().moment(last, 12h)};
}

inline const Outcome& after(const std::array<Outcome, 4>& answers, Grade grade) {
  return answers.at(index_of(grade));
}

}  // namespace starling
