#include "fit/time_split.h"

#include <utility>

namespace starling {

namespace {

constexpr std::size_t kCalibrationBins = 10;

}  // namespace

std::vector<ItemRange> time_series_folds(std::size_t items) {
  constexpr std::size_t kParts = 6;
  const std::size_t part = items / kParts;
  std::vector<ItemRange> folds;
  for (std::size_t k = 1; k < kParts; ++k) folds.push_back({k * part, k + 1 == kParts ? items : (k + 1) * part});
  return folds;
}

ItemRange foreseen_items(std::size_t items) { return {time_series_folds(items).front().first, items}; }

// One prediction for each item from the first fold on.
template <class PredictFold>
std::vector<float> TimeSplit::predictions(const PredictFold& predict_fold) const {
  std::vector<float> all;
  for (const ItemRange fold : time_series_folds(log_.items)) {
    const std::vector<float> some = predict_fold(fold);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Trial TimeSplit::trial(std::string name, std::span<const float> recall) const {
  const ItemRange range = foreseen_items(log_.items);
  return {std::move(name), score(items_, range, recall), ranking(items_, range, recall), {recall.begin(), recall.end()}};
}

FittedTrial TimeSplit::fits(FitOptions options) const {
  options.start.reset();
  const auto recall = predictions([&](ItemRange fold) {
    return predict(log_, fit_weights(log_, fold.first, options).weights, fold, threads_);
  });
  return {trial(std::string(to_string(options.kind)), recall),
          calibration(items_, foreseen_items(log_.items), recall, kCalibrationBins)};
}

Trial TimeSplit::weights(std::string name, const Weights& weights) const {
  return trial(std::move(name), predictions([&](ItemRange fold) { return predict(log_, weights, fold, threads_); }));
}

Trial TimeSplit::constant() const {
  return trial("constant", predictions([&](ItemRange fold) {
                 double recalled = 0;
                 for (std::size_t i = 0; i < fold.first; ++i) recalled += items_.recalled[i];
                 const double share = fold.first > 0 ? recalled / static_cast<double>(fold.first) : 0.5;
                 return std::vector<float>(fold.count(), static_cast<float>(share));
               }));
}

Trial TimeSplit::sm2() const {
  return trial("sm-2", predictions([&](ItemRange fold) { return predict_sm2(log_, fold); }));
}

}  // namespace starling
