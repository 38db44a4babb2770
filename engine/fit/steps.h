// Which learning and relearning steps does a learner's own log speak for? Looks that follow each other are
// gathered into six groups, and a forgetting curve is laid through each of them.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"

namespace starling {

// What a card was when it was answered, numbered as review_state in the CSV of other programs.
enum class LogPhase { New, Learning, Review, Relearning };

struct StepRow {
  std::int64_t card = 0;
  Instant at{};  // of the answer
  Grade grade = Grade::Good;
  LogPhase phase = LogPhase::New;
  std::chrono::milliseconds answer_time{0};  // how long the card was shown; not below zero
};

// The answer before a look. "First" is the first answer of a card that was new or in learning; rows before it
// (of a card that was made new again) count for lapses only.
enum class StepGroup { FirstAgain, FirstHard, FirstGood, AgainThenGood, GoodThenAgain, Lapse };
inline constexpr std::size_t kStepGroups = 6;

// The looks after one kind of answer. A delay is the time from that answer to the moment the card is shown
// again, and what is recalled is what is not graded again.
struct StepEvidence {
  std::size_t looks = 0;                            // at least 4
  std::array<std::chrono::seconds, 3> quartiles{};  // of the delays
  std::array<double, 4> recall_by_quarter{};        // of the looks, the shortest delays first
  double recall = 0;
  std::chrono::seconds stability{};  // until recall falls to 90 %; a day where nothing or all was recalled
  bool speaks = false;               // steps are taken from it: 100 looks, of them some recalled and some not
};

struct OptimalSteps {
  std::array<std::optional<StepEvidence>, kStepGroups> groups;  // by StepGroup; none with fewer than 4 looks
  std::vector<std::chrono::seconds> learning;                   // at most two, the second not the shorter
  std::vector<std::chrono::seconds> relearning;                 // at most one

  [[nodiscard]] const std::optional<StepEvidence>& of(StepGroup group) const {
    return groups[static_cast<std::size_t>(group)];
  }
};

// `retention` lies between 0 and 1; `decay` is that of the curve recall = (1 + f t)^-decay, from 0.1 to 0.8:
// the last weight of FSRS-6. Rows stand in any order; two of one card at the same moment are one, the first
// of them.
//
// A step waits stability * (1 - retention^(1/decay)) / (1 - 0.9^(1/decay)), at least a second; a wait of 12
// hours or more is no step, and without a first step there is no second. At 90 % that is the time until the
// fitted curve has fallen so far; at other retentions it stays nearer to the stability than the curve (with a
// decay of 0.1542, recall is 87 % after a step of 80 %, and 93 % after one of 95 %).
//
// The rules are those of computeOptimalSteps in @open-spaced-repetition/binding 0.5.0, a descendant of
// fsrs4anki-helper's "steps stats", but that proposes steps also where all or nothing was recalled and a
// second step alone.
[[nodiscard]] OptimalSteps optimal_steps(std::span<const StepRow> rows, double retention, double decay);

}  // namespace starling
