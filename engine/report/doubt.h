// How far a learner's memory may stray from what the model believes of it.
#pragma once

#include <span>

#include "report/recall.h"

namespace starling {

// ln(true stability / believed stability), the same for all that this learner remembers: about normal.
struct StabilityDoubt {
  double mean = 0;
  double deviation = 0;
};

// Before any answer learners spread by a third around weights that were fitted to others (kSpreadOfLearners). Answers
// narrow that down: one step of Newton's method from the middle, by what each test of memory says where forgetting is
// FSRS-6's power curve with this decay (w20). Nothing is known where a test was as good as certain.
[[nodiscard]] StabilityDoubt stability_doubt(std::span<const RecallTest> tests, double decay);
// By the curve of the model; for another one than FSRS-6 by a usual decay.
[[nodiscard]] StabilityDoubt stability_doubt(std::span<const RecallTest> tests, const MemoryModel& model);
inline constexpr double kSpreadOfLearners = 0.35;

// Of the stability: the likeliest; and so that one learner in ten is below, and one above: so many deviations from the mean.
inline constexpr double kBandDeviations = 1.2816;
[[nodiscard]] double likely_factor(const StabilityDoubt& doubt);
[[nodiscard]] double low_factor(const StabilityDoubt& doubt);
[[nodiscard]] double high_factor(const StabilityDoubt& doubt);

}  // namespace starling
