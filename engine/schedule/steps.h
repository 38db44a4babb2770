// The learning and relearning steps: where an answer leads inside them.
#pragma once

#include <chrono>
#include <optional>

#include "schedule/schedule.h"

namespace starling {

struct NextStep {
  Phase phase;
  int index;
  std::chrono::milliseconds wait;
};

// Nothing when the answer leads to review.
[[nodiscard]] std::optional<NextStep> next_step(const Standing& before, const Policy& policy, Grade grade);

// The day on which a step begun now ends, by the learner's rollover; of a step of a day or more never today.
[[nodiscard]] Day day_after_step(const NextStep& step, Instant now, const DayRule& rule);

[[nodiscard]] inline bool is_long(const NextStep& step) { return step.wait >= std::chrono::days(1); }

}  // namespace starling
