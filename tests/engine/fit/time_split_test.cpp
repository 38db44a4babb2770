#include "logs.h"

namespace starling {
namespace {

TEST_CASE("the folds of time follow each other and leave only the first part out") {
  for (const std::size_t items : {std::size_t{6}, std::size_t{64}, std::size_t{6'276}}) {
    const auto folds = time_series_folds(items);
    REQUIRE(folds.size() == 5);
    CHECK(folds.front().first == items / 6);
    for (std::size_t k = 1; k < folds.size(); ++k) CHECK(folds[k].first == folds[k - 1].last);
    CHECK(folds.back().last == items);
  }
}

TEST_CASE("on the real log a fit to the past predicts what came next better than defaults, SM-2 and a constant") {
  const Items items = items_of(real_log());
  const TimeSplit split(real_log(), items, 1);
  FitOptions options;
  const Trial six = split.fits(options).trial;
  options.kind = ModelKind::Fsrs7;
  const Trial seven = split.fits(options).trial;
  const double standard = split.weights("defaults", default_weights()).score.log_loss;
  CHECK(six.score.log_loss < standard);
  CHECK(seven.score.log_loss < six.score.log_loss);
  CHECK(standard < split.constant().score.log_loss);
  CHECK(standard < split.sm2().score.log_loss);
}

TEST_CASE("weights that were fitted to the whole log lend nothing to the fits of the past") {
  const Items items = items_of(real_log());
  const TimeSplit split(real_log(), items, 1);
  FitOptions options;
  const FittedTrial cold = split.fits(options);
  options.start = fit_weights(real_log(), real_log().items, options).weights;
  CHECK(split.fits(options).trial.score.log_loss == cold.trial.score.log_loss);
  std::size_t count = 0;
  for (const CalibrationBin& bin : cold.calibration) count += bin.count;
  CHECK(count == real_log().items - real_log().items / 6);
}

}  // namespace
}  // namespace starling
