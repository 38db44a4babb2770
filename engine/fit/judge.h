// How well do weights predict a log? Log loss, calibration, ranking, and what stands beside them: a constant and SM-2.
// Definitions: open-spaced-repetition/srs-benchmark.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "fit/review_log.h"
#include "memory/memory.h"

namespace starling {

// What happened at each item of a log, in the order of time. `bin` holds together items of like delay, count of
// reviews and count of lapses.
struct Items {
  std::vector<std::uint8_t> recalled;  // 0 or 1
  std::vector<std::uint16_t> bin;
};
[[nodiscard]] Items items_of(const ReviewLog& log);

// Predicted recall of the items in the range, in the order of time. The log's other items only lead up to them.
[[nodiscard]] std::vector<float> predict(const ReviewLog& log, const Weights& weights, ItemRange range, int threads);

// The same by SM-2 (P. A. Wozniak, 1990) with recall falling to 0.9 at its interval.
[[nodiscard]] std::vector<float> predict_sm2(const ReviewLog& log, ItemRange range);

struct Score {
  double log_loss = 0;   // mean of -ln of the chance given to what happened; chances held 1e-7 from 0 and 1
  double rmse_bins = 0;  // root of the mean squared difference, bin by bin, of mean prediction and share recalled
};
// `recall` and `weight` have one number an item of the range; without weights each weighs 1.
[[nodiscard]] Score score(const Items& items, ItemRange range, std::span<const float> recall,
                          std::span<const float> weight = {});

// 0.25 for the oldest item of the range to 1 for the newest: how a fit weighs them.
[[nodiscard]] std::vector<float> recency_weights(std::size_t count);

// Chance that of a recalled and a forgotten item the recalled one was thought likelier; 0.5 where one kind is missing.
[[nodiscard]] double ranking(const Items& items, ItemRange range, std::span<const float> recall);

struct CalibrationBin {
  double predicted = 0;  // mean
  double recalled = 0;   // share
  std::size_t count = 0;
};
// By predicted recall, `bins` of equal width from 0 to 1; empty ones too.
[[nodiscard]] std::vector<CalibrationBin> calibration(const Items& items, ItemRange range,
                                                      std::span<const float> recall, std::size_t bins);

// What weights say about the whole log, beside the defaults of their model: every item weighing 1, and newer items
// counting more.
struct WeightsJudged {
  Score defaults;
  Score defaults_by_recency;
  Score weights;
  Score weights_by_recency;
};
// `items` are those of the log.
[[nodiscard]] WeightsJudged judge(const ReviewLog& log, const Items& items, const Weights& weights, int threads);

}  // namespace starling
