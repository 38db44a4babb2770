// How well was it remembered, and how well did the model foresee it? Values made of the log; nothing is drawn here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "memory/memory.h"

namespace starling {

// One answer that tested memory: to an item on a later study day than its answer before. Further answers of the same
// day are none, since nothing had time to be forgotten.
struct RecallTest {
  Day day{};
  int interval_days = 0;   // promised by the answer before: from its day to the day the item was due
  double predicted = 0;    // chance of recall at the answer, 0 to 1
  bool recalled = false;   // not graded again
  bool in_review = false;  // neither learning nor relearning before: counts for true retention
  std::string_view deck;   // as deck_or_kind; lives as long as the deeds do
};
// What its answers are counted under: of a card its deck, of everything else the word of its kind, which no deck has.
[[nodiscard]] std::string_view deck_or_kind(const ItemId& item);
// In the order of the answers, items of every kind. `deeds` are those that count (see standing_deeds), from the
// beginning; the predictions are those of `model` over the whole past, whatever weights held at the time.
[[nodiscard]] std::vector<RecallTest> recall_tests(std::span<const Deed> deeds, const MemoryModel& model);

struct Recalled {
  int answers = 0;
  int recalled = 0;
  [[nodiscard]] std::optional<double> share() const {
    return answers > 0 ? std::optional(1.0 * recalled / answers) : std::nullopt;
  }
  bool operator==(const Recalled&) const = default;
};

// True retention: the share of answers that were recalled among those to items in review (learned, or relearned after
// a lapse) on a later day than their answer before. Learning and relearning steps and answers of the same day do not
// count, so that easy repetition cannot raise it.
[[nodiscard]] Recalled true_retention(std::span<const RecallTest> tests);

// From this interval on an item is mature, below it is young.
inline constexpr int kMatureDays = 21;

// True retention of items by the interval that was promised; kMatureDays is one of the borders.
struct AgeRecall {
  int from_days = 0;
  std::optional<int> to_days;  // included; absent: no upper end
  Recalled tests;
};
// From short to long, every age there; each test of true retention is in one of them.
[[nodiscard]] std::vector<AgeRecall> recall_by_age(std::span<const RecallTest> tests);

// True retention of one deck's cards.
struct DeckRecall {
  std::string deck;
  Recalled tests;
};
// By deck id, rising; only decks with a test.
[[nodiscard]] std::vector<DeckRecall> recall_by_deck(std::span<const RecallTest> tests);

// True retention of one week.
struct WeekRecall {
  Day first{};
  Recalled tests;
};
// `weeks` are the first days of weeks in a row, rising; the last of them ends with the day `last`. Tests of other days
// are left out.
[[nodiscard]] std::vector<WeekRecall> recall_by_week(std::span<const RecallTest> tests, std::span<const Day> weeks,
                                                     Day last);

// What was foreseen beside what happened, over all tests, those of learning and relearning among them.
struct Calibration {
  struct Bin {
    double from = 0;  // of predicted recall, included
    double to = 0;    // not included, but for 1
    double predicted = 0;  // mean over the answers; 0 without any
    Recalled tests;
  };
  double predicted = 0;  // mean over all; 0 without any
  Recalled tests;
  std::vector<Bin> bins;  // every bin, from low to high, 0 to 1 without a gap; each test is in one of them
};
[[nodiscard]] Calibration calibration(std::span<const RecallTest> tests);

}  // namespace starling
