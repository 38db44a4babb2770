// Which weights should a learner's memory be reckoned with from now on? Models are fitted, judged on what their fits
// had not seen, and proposed only where they predict better than the weights in use.
#pragma once

#include <string>
#include <vector>

#include "fit/fit_weights.h"
#include "fit/judge.h"

namespace starling {

// How something predicts each part of the log from what came before it.
struct Trial {
  std::string name;  // "fsrs-6", "in use", "constant", "sm-2"
  Score score;
  double ranking = 0.5;
};

// One model, fitted to the whole log and judged on it.
struct Judged {
  Fit fit;
  Score standard;           // the default weights, every item weighing 1
  Score standard_weighted;  // the same with newer items counting more
  Score fitted;
  Score fitted_weighted;
};
// Fills in the scores of `judged.fit.weights` and of the defaults of its model.
void judge(const ReviewLog& log, Judged& judged, int threads);

// Fits of the model to the past of each fold, on what came next.
struct TimeSeries {
  Trial trial;
  std::vector<CalibrationBin> calibration;  // in ten bins
};
[[nodiscard]] TimeSeries by_time(const ReviewLog& log, FitOptions options);

// Weights that stay as they are, on the same items; and beside them the share recalled so far, and SM-2.
[[nodiscard]] Trial weights_by_time(const ReviewLog& log, const Weights& weights, int threads);
[[nodiscard]] Trial constant_by_time(const ReviewLog& log);
[[nodiscard]] Trial sm2_by_time(const ReviewLog& log);

// Reviews that are needed before weights are proposed.
inline constexpr std::size_t kLeastReviews = 64;

// What is missing before weights can be proposed, as a sentence; empty where nothing is.
[[nodiscard]] std::string missing_for_fit(const ReviewLog& log);

}  // namespace starling
