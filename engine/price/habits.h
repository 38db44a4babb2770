// How a learner answers and how long that takes.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "memory/memory.h"

namespace starling {

// How a learner answers and what it costs, by grade in the order of kGrades. The defaults are those of fsrs-rs'
// simulator, measured over many Anki collections. How often a review is recalled is the memory model's to say.
struct Habits {
  std::array<double, 4> first_shares{0.24, 0.094, 0.495, 0.171};     // of first sights; they sum to 1
  std::array<double, 3> recalled_shares{0.224, 0.631, 0.145};        // hard, good, easy; they sum to 1
  std::array<double, 4> first_seconds{19.58, 18.79, 13.78, 10.71};
  std::array<double, 4> review_seconds{19.38, 17.59, 12.38, 8.94};
  double step_seconds = 16.44;                                       // one more look on the same day
  bool operator==(const Habits&) const = default;
};

// One answer of a log.
struct LoggedAnswer {
  enum class Kind { First, Review, Step };
  Kind kind = Kind::Review;
  Grade grade = Grade::Good;
  std::optional<double> seconds;
};
// A learner's own habits: the mean of the times above 0 and below 20 minutes, and the shares of the grades with one
// added to each, both moved towards `usual` as n / (50 + n) of n answers says.
[[nodiscard]] Habits habits_from(std::span<const LoggedAnswer> answers, const Habits& usual = {});

}  // namespace starling
