// What a run of reviews does to memory, review by review.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "memory/memory.h"

namespace starling {

struct ReviewGiven {
  Grade grade = Grade::Again;
  double day = 0;  // since some first day; fractions only for FSRS-7
};

// What one review met and left behind.
struct ReviewedOnce {
  ReviewGiven given;
  std::optional<double> recall;  // before; absent for the first
  MemoryState after;
  std::array<MemoryOutcome, 4> outcomes;  // of every grade, the given one among them
};
// `sequence` has days that do not fall; `retention` is what the outcomes aim at.
[[nodiscard]] std::vector<ReviewedOnce> review_all(const MemoryModel& model, const std::vector<ReviewGiven>& sequence,
                                                   double retention);

// Chance of recall so many days after the last review, far enough to see it fall well below `retention`.
struct RecallAfter {
  double days = 0;
  double recall = 0;
};
[[nodiscard]] std::vector<RecallAfter> curve_after(const MemoryModel& model, const ReviewedOnce& last, double retention);

// As late as a day of a sequence may be.
inline constexpr double kLastDayOfSequence = 36'500;

}  // namespace starling
