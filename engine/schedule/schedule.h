// When should this item come back? Learning and relearning steps, interval limits and fuzz around the memory
// model.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"

namespace starling {

enum class Phase { New = 0, Learning, Review, Relearning };  // values are stored: never renumber

// "new", "learning", "review", "relearning".
[[nodiscard]] std::string_view to_string(Phase phase);

// When an item is next due: a day of the learner's calendar, and inside that day a moment while it is in a step of
// less than a day. Without a moment it may be asked at any time of that day.
struct Due {
  Day day{};
  std::optional<Instant> at;
  bool operator==(const Due&) const = default;
};

// Where an item stands between two reviews.
struct Standing {
  Phase phase = Phase::New;
  int step = 0;  // index into the learning or relearning steps; 0 in New and Review
  std::optional<MemoryState> memory;  // present after the first review
  Day last_day{};                     // study day of the last review; meaningless while New
  Due due;                            // meaningless while New
  bool operator==(const Standing&) const = default;
};

struct Policy {
  Weights weights;
  double desired_retention = 0.90;                       // 0.70 to 0.99
  std::vector<std::chrono::minutes> learning_steps;      // none: graduates with its first answer
  std::vector<std::chrono::minutes> relearning_steps;    // none: a lapse stays in review
  int maximum_interval_days = 180;                       // at least 1
  bool fuzz = true;
};

// What an answer with one grade leads to.
struct Outcome {
  Standing after;
  int interval_days = 0;                    // 0 while the item comes back within a step of less than a day
  std::chrono::milliseconds wait{};         // until it comes back: the step, or whole days
};

// All four answers at once, in the order of kGrades: what the buttons show and what an answer then does. Review
// intervals hold hard >= 1, good >= hard + 1, easy >= good + 1 as far as the maximum allows, with fuzz too. In
// the steps, easy stays above the interval that good would graduate with. A step that reaches past the end of
// the study day is due on the day that `rule` says; one of a day or more never before tomorrow. A step that the
// policy no longer has counts as its last one. `seed` decides the fuzz: make it from the item and its count of
// reviews, so that a preview and the answer agree.
[[nodiscard]] std::array<Outcome, 4> outcomes(const Standing& before, Instant now, const DayRule& rule,
                                              const Policy& policy, Seed seed);

// The days that fuzz may choose from around `interval_days`, both ends included, each at least `minimum_days`
// and at most `maximum_days`, which wins where the two cross. Below 2.5 days there is no fuzz. Widths: 15 % of
// the part from 2.5 to 7 days, 10 % of that from 7 to 20 and 5 % beyond, plus one day (Anki's published ranges).
struct FuzzRange {
  int low;
  int high;
};
[[nodiscard]] FuzzRange fuzz_range(double interval_days, int minimum_days, int maximum_days);

// A number in [0, 1) that is equal for equal seeds on every machine (SplitMix64).
[[nodiscard]] double unit_interval(Seed seed);

// A seed made of text and a count, the same on every machine (FNV-1a, then mixed).
[[nodiscard]] Seed seed_from(std::string_view text, std::uint64_t count);

}  // namespace starling
