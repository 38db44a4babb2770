#include "fit/propose.h"

#include <fmt/format.h>

#include <utility>

namespace starling {

namespace {

constexpr std::size_t kCalibrationBins = 10;

// One prediction for each item from the first fold on.
template <class PredictFold>
std::vector<float> predictions_by_time(const ReviewLog& log, const PredictFold& predict_fold) {
  std::vector<float> all;
  for (const ItemRange fold : time_series_folds(log.items)) {
    const std::vector<float> some = predict_fold(fold);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

ItemRange foreseen(const ReviewLog& log) { return {time_series_folds(log.items).front().first, log.items}; }

Trial trial(const ReviewLog& log, std::string name, std::span<const float> recall) {
  const Items items = items_of(log);
  const ItemRange range = foreseen(log);
  return {std::move(name), score(items, range, recall), ranking(items, range, recall)};
}

}  // namespace

void judge(const ReviewLog& log, Judged& judged, int threads) {
  const Items items = items_of(log);
  const ItemRange whole{0, log.items};
  const std::vector<float> recency = recency_weights(log.items);
  const auto add = [&](const Weights& weights, Score& plain, Score& weighted) {
    const std::vector<float> recall = predict(log, weights, whole, threads);
    plain = score(items, whole, recall);
    weighted = score(items, whole, recall, recency);
  };
  add(default_weights(judged.fit.weights.kind), judged.standard, judged.standard_weighted);
  add(judged.fit.weights, judged.fitted, judged.fitted_weighted);
}

TimeSeries by_time(const ReviewLog& log, FitOptions options) {
  options.start.reset();  // an earlier fit has seen what is to be foreseen here
  const auto recall = predictions_by_time(log, [&](ItemRange fold) {
    return predict(log, fit_weights(log, fold.first, options).weights, fold, options.threads);
  });
  return {trial(log, std::string(to_string(options.kind)), recall),
          calibration(items_of(log), foreseen(log), recall, kCalibrationBins)};
}

Trial weights_by_time(const ReviewLog& log, const Weights& weights, int threads) {
  return trial(log, "in use",
               predictions_by_time(log, [&](ItemRange fold) { return predict(log, weights, fold, threads); }));
}

Trial constant_by_time(const ReviewLog& log) {
  const Items items = items_of(log);
  return trial(log, "constant", predictions_by_time(log, [&](ItemRange fold) {
                 double recalled = 0;
                 for (std::size_t i = 0; i < fold.first; ++i) recalled += items.recalled[i];
                 const double share = fold.first > 0 ? recalled / static_cast<double>(fold.first) : 0.5;
                 return std::vector<float>(fold.count(), static_cast<float>(share));
               }));
}

Trial sm2_by_time(const ReviewLog& log) {
  return trial(log, "sm-2", predictions_by_time(log, [&](ItemRange fold) { return predict_sm2(log, fold); }));
}

std::string missing_for_fit(const ReviewLog& log) {
  if (log.reviews() < kLeastReviews)
    return fmt::format("{} reviews are too few to fit weights to: at least {} are wanted", log.reviews(), kLeastReviews);
  if (log.items < kLeastItems)
    return fmt::format("of {} reviews only {} came a day or more after the one before: at least {} are wanted",
                       log.reviews(), log.items, kLeastItems);
  return "";
}

}  // namespace starling
