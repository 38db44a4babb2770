// A learner's reviews in columns, card by card: what fitting and judging read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"

namespace starling {

// One review as another program wrote it down.
struct LogRow {
  std::int64_t card = 0;
  Instant at{};
  Grade grade = Grade::Good;
};

// Reviews of a card stand together, in the order of time. An item is a review that a model has to predict: not the
// first of its card, and on a later study day than the one before. Items are counted in the order of time over all
// cards.
struct ReviewLog {
  std::vector<std::uint32_t> first{0};   // of each card, and behind the last one
  std::vector<Grade> grade;              // one entry a review from here on
  std::vector<std::int32_t> days;        // study days since the review before; of a card's first review 0
  std::vector<float> exact_days;         // the same by the clock
  std::vector<std::uint32_t> item;       // how many items came before; of an item, its own number
  std::size_t items = 0;

  [[nodiscard]] std::size_t cards() const { return first.size() - 1; }
  [[nodiscard]] std::size_t reviews() const { return grade.size(); }
  [[nodiscard]] bool is_item(std::size_t review) const { return days[review] > 0; }
};

// Rows in any order; those of one moment keep theirs. Two rows of one card at the same moment are one review, the
// first of them.
[[nodiscard]] ReviewLog make_log(std::vector<LogRow> rows, const DayRule& rule);

// Items `first` to before `last`.
struct ItemRange {
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] bool holds(std::size_t item) const { return item >= first && item < last; }
  [[nodiscard]] std::size_t count() const { return last - first; }
};

}  // namespace starling
