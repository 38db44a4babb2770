// A learner's reviews in columns, card by card: what fitting and judging read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
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

// The memory of each card after its last review, by card; in single precision, as fits reckon.
[[nodiscard]] std::vector<MemoryState> last_states(const ReviewLog& log, const Weights& weights, int threads);

// What a review log in CSV holds, or its first mistake.
struct CsvLog {
  std::vector<LogRow> rows;
  std::size_t line = 0;  // of the mistake, from 1
  std::string problem;   // empty: none
};

// A header names the columns card_id (a whole number), review_time (milliseconds since 1970) and review_rating (1 to
// 4), in any order and among others, which are not looked at. Times before 1990 or after `latest` are mistakes.
[[nodiscard]] CsvLog read_log_csv(std::string_view text, Instant latest);

}  // namespace starling
