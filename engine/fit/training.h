// From a log to what a fit works on: which cards count, where to start, and the reviews in packs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "fit/pack.h"
#include "fit/crew.h"
#include "fit/judge.h"
#include "fit/review_log.h"

namespace starling {

// The reviews of the first `items` items in time, and of the others only what came before.
struct Past {
  const ReviewLog& log;
  std::size_t items;
};

// Cards whose first interval is too rare to trust: for each first grade, the rarest delays up to a twentieth of its
// cards (or 20), and those with fewer than 6 cards or over 100 days (365 after easy). One entry a card.
[[nodiscard]] std::vector<bool> outlier_cards(const Past& past);

// What the first intervals alone say: for each first grade and delay, how many cards came back and were recalled.
struct FirstIntervals {
  struct Group {
    int days;
    int cards;
    int recalled;
  };
  std::array<std::vector<Group>, 4> by_grade;  // in the order of kGrades, by rising days
  int cards = 0;
  int recalled = 0;
};
[[nodiscard]] FirstIntervals first_intervals(const Past& past, const std::vector<bool>& outliers);

// The four first stabilities of FSRS-6 in days: of each grade with data the one under which its delays are likeliest
// by the default curve (with a pull towards the default), then put in rising order, the grade with more cards
// winning, and filled in between in the logarithm. Nothing where no grade has data.
[[nodiscard]] std::optional<std::array<double, 4>> first_stabilities(const FirstIntervals& intervals);
// The order and the filling alone, for stabilities that were fitted with the rest.
[[nodiscard]] std::array<double, 4> in_order(const std::array<double, 4>& days, const FirstIntervals& intervals,
                                            ModelKind kind);

// How much a prediction counts in the loss: 0.25 for the oldest to 1 for the newest of `count`.
[[nodiscard]] double recency_weight(std::size_t index, std::size_t count);

// Packs for one model. The first groups are a sample of the cards, drawn by `seed`: one card of `one_in`.
struct TrainingSet {
  Pack pack;
  std::size_t sample_groups = 0;
  double weight = 0;         // of all predictions
  double weight_squares = 0;
  double sample_weight = 0;  // of those in the sample
  std::size_t predictions = 0;
};
struct TrainingChoice {
  ModelKind kind = ModelKind::Fsrs6;
  bool recency = true;   // else every prediction weighs 1
  int one_in = 8;        // 1: no sample
  std::uint64_t seed = 0;
};
[[nodiscard]] TrainingSet training_set(const Past& past, const std::vector<bool>& outliers, const TrainingChoice& choice,
                                       Crew& crew);

// The items of the range, to be predicted with weights of 1; their places count from its first.
[[nodiscard]] Pack prediction_pack(const ReviewLog& log, ModelKind kind, ItemRange range, Crew& crew);

}  // namespace starling
