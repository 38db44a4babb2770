// What came next, predicted from what came before: the one judgement on what a fit had not seen.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "fit/fit_weights.h"
#include "fit/judge.h"

namespace starling {

// All items that some fold predicts.
[[nodiscard]] ItemRange foreseen_items(std::size_t items);

// Five folds over six equal parts of the items, in the order of time; each is predicted from the items before it.
[[nodiscard]] std::vector<ItemRange> time_series_folds(std::size_t items);

// How something predicts all folds of a log.
struct Trial {
  std::string name;  // "fsrs-6", "in use", "constant", "sm-2"
  Score score;
  double ranking = 0.5;
  std::vector<float> recall = {};  // predicted, of each item from the first fold on
};

struct FittedTrial {
  Trial trial;
  std::vector<CalibrationBin> calibration;  // in ten bins
};

class TimeSplit {
 public:
  // `log` has to stay, and its items too: they are those of `items_of(log)`.
  TimeSplit(const ReviewLog& log, const Items& items, int threads) : log_(log), items_(items), threads_(threads) {}

  // The model of `options`, fitted to the past of each fold. It starts from the defaults whatever the options say: an
  // earlier fit has seen what is to be foreseen here.
  [[nodiscard]] FittedTrial fits(FitOptions options) const;
  // Weights that stay as they are.
  [[nodiscard]] Trial weights(std::string name, const Weights& weights) const;
  // The share recalled so far.
  [[nodiscard]] Trial constant() const;
  [[nodiscard]] Trial sm2() const;

 private:
  template <class PredictFold>
  [[nodiscard]] std::vector<float> predictions(const PredictFold& predict_fold) const;
  [[nodiscard]] Trial trial(std::string name, std::span<const float> recall) const;

  const ReviewLog& log_;
  const Items& items_;
  int threads_;
};

}  // namespace starling
