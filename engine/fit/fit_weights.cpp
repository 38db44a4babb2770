#include "fit/fit_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <span>

#include "fit/first_stability.h"
#include "fit/minimise.h"
#include "fit/outliers.h"
#include "fit/pack.h"

namespace starling {

namespace {

// How far each weight is expected to lie from where the fit starts: the pull is (difference / this)^2.
constexpr std::array<double, 21> kSpread6{6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
                                          0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27};
constexpr std::array<double, 34> kSpread7{9999,  9999,  9999,  9999,  0.523, 0.2528, 0.4329, 0.2966, 0.2139,
                                          0.2889, 0.1862, 0.175, 0.3812, 0.3013, 0.9104, 0.3234, 0.2448, 0.3273,
                                          0.1842, 0.1735, 0.4608, 0.311, 0.864, 0.0418, 0.2596, 0.0798, 0.0682,
                                          0.1282, 0.1397, 0.1407, 0.1489, 0.2,   0.15,  0.15};
constexpr double kPull6 = 1;
constexpr double kPull7 = 0.3333;

// A step that promises less than this, a prediction, is not worth a pass.
constexpr double kEnough = 2e-6;
// Nor is one that promises less than this of the whole log's likelihood, in its logarithm.
constexpr double kEnoughInAll = 0.1;

constexpr int kSampleOneIn = 8;
constexpr std::size_t kWorthASample = 100'000;  // predictions

struct Prior {
  std::span<const double> spread;
  double pull;
};
Prior prior_of(ModelKind kind) {
  if (kind == ModelKind::Fsrs6) return {kSpread6, kPull6};
  return {kSpread7, kPull7};
}

// First stabilities are sought by their logarithm, in which the loss is nearer to a parabola.
constexpr std::size_t kLogarithmic = 4;

std::vector<double> to_point(const Weights& weights) {
  std::vector<double> point(weights.numbers().begin(), weights.numbers().end());
  for (std::size_t i = 0; i < kLogarithmic; ++i) point[i] = std::log(point[i]);
  return point;
}
Weights to_weights(ModelKind kind, std::span<const double> point) {
  Weights weights = default_weights(kind);
  const auto numbers = weights.numbers();
  std::ranges::copy(point, numbers.begin());
  for (std::size_t i = 0; i < kLogarithmic; ++i) numbers[i] = std::exp(numbers[i]);
  return weights;
}

// The loss over some first groups of a training set, with the pull of the prior.
class Loss {
 public:
  Loss(const TrainingSet& set, std::size_t groups, double scale, const Weights& start, Threads& threads)
      : set_(set),
        groups_(groups),
        scale_(scale),
        start_(start),
        threads_(threads),
        gradient_(widest_passes(start.kind()).gradient) {
    scratch_.resize(threads.count());
    for (auto& scratch : scratch_) scratch = std::make_unique_for_overwrite<Scratch>();
  }

  Slopes at(std::span<const double> point, bool curved) {
    const Weights tried = to_weights(start_.kind(), point);
    const auto weights = tried.numbers();
    const std::size_t n = weights.size();
    const std::size_t stride = 1 + n + (curved ? n * (n + 1) / 2 : 0);
    const std::vector<float> single(weights.begin(), weights.end());
    // Many small shares for few groups, so that threads end together; even, as groups are walked in pairs.
    const std::size_t each = std::clamp<std::size_t>(groups_ / 40 * 2, 2, 32);
    const std::size_t shares = (groups_ + each - 1) / each;
    std::vector<double> sums(shares * stride, 0);
    const PackView pack = set_.pack.view();
    threads_.run(shares, [&](std::size_t share, std::size_t thread) {
      const std::size_t turn = shares - 1 - share;  // the longest cards first
      double* own = &sums[turn * stride];
      const std::size_t first = turn * each;
      gradient_(pack, first, std::min(first + each, groups_), single.data(), scratch_[thread]->bytes.data(),
                {own, own + 1, curved ? own + 1 + n : nullptr});
    });
    ++passes_;

    Slopes slopes{0, std::vector<double>(n, 0), std::vector<double>(stride - 1 - n, 0)};
    for (std::size_t share = 0; share < shares; ++share) {
      const double* own = &sums[share * stride];
      slopes.value += scale_ * own[0];
      for (std::size_t i = 0; i < n; ++i) slopes.gradient[i] += scale_ * own[1 + i];
      for (std::size_t i = 0; i < slopes.curvature.size(); ++i) slopes.curvature[i] += scale_ * own[1 + n + i];
    }
    for (double& b : slopes.curvature) b *= set_.weight / set_.weight_squares;
    add_prior(weights, slopes);
    by_point(weights, slopes);
    return slopes;
  }

  [[nodiscard]] int passes() const { return passes_; }

 private:
  static void by_point(std::span<const double> weights, Slopes& slopes) {
    for (std::size_t i = 0; i < kLogarithmic; ++i) slopes.gradient[i] *= weights[i];
    if (slopes.curvature.empty()) return;
    const auto scale = [&](std::size_t i) { return i < kLogarithmic ? weights[i] : 1; };
    for (std::size_t i = 0; i < weights.size(); ++i)
      for (std::size_t j = 0; j <= i; ++j) slopes.curvature[i * (i + 1) / 2 + j] *= scale(i) * scale(j);
  }

  struct alignas(64) Scratch {
    std::array<std::byte, kScratchBytes> bytes;
  };

  void add_prior(std::span<const double> weights, Slopes& slopes) const {
    const Prior prior = prior_of(start_.kind());
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const double stiffness = prior.pull / (prior.spread[i] * prior.spread[i]);
      const double away = weights[i] - start_.numbers()[i];
      slopes.value += stiffness * away * away;
      slopes.gradient[i] += 2 * stiffness * away;
      if (!slopes.curvature.empty()) slopes.curvature[i * (i + 1) / 2 + i] += 2 * stiffness;
    }
  }

  const TrainingSet& set_;
  std::size_t groups_;
  double scale_;
  const Weights& start_;
  Threads& threads_;
  GradientPass gradient_;
  std::vector<std::unique_ptr<Scratch>> scratch_;
  int passes_ = 0;
};

// The limits of each number by itself; those that tie numbers to each other come last, on what was found.
Weights within_limits(Weights weights, int relearning_steps) {
  if (weights.kind() == ModelKind::Fsrs6) return clipped(weights, relearning_steps);
  const auto limits = weight_limits(weights.kind());
  const auto numbers = weights.numbers();
  for (std::size_t i = 0; i < limits.size(); ++i) numbers[i] = std::clamp(numbers[i], limits[i].low, limits[i].high);
  return weights;
}

Descent descent(Loss& loss, const FitOptions& options, double predictions) {
  Descent d;
  d.at = [&loss](std::span<const double> point, bool curved) { return loss.at(point, curved); };
  d.inside = [&options](std::vector<double> point) {
    return to_point(within_limits(to_weights(options.kind, point), options.relearning_steps));
  };
  d.enough = std::max(kEnoughInAll, kEnough * predictions);
  d.stopped = [&options] { return options.stop && options.stop->load(); };
  return d;
}

// First over a sample of the cards, as far as that leads, then over all of them. An earlier fit is taken as near
// enough for the sample to have nothing to add.
Fit train(const TrainingSet& set, const Weights& start, const FitOptions& options, Threads& threads) {
  const double epochs = options.epochs > 0 ? options.epochs : usual_epochs(options.kind);
  const auto predictions = static_cast<double>(set.predictions);
  Fit fit{options.start.value_or(start), FitExtent::Full, set.predictions, 0};
  std::vector<double> curvature;
  const bool sampled = !options.start && set.sample_groups > 0 && set.sample_groups < set.pack.groups();
  if (sampled) {
    Loss part(set, set.sample_groups, set.weight / set.sample_weight, start, threads);
    Descent down = descent(part, options, predictions);
    const double share = set.sample_weight / set.weight;
    down.most_calls = std::max(1, static_cast<int>(epochs / 2 / share));
    Settled settled = minimise(down, to_point(fit.weights));
    fit.weights = to_weights(options.kind, settled.point);
    curvature = std::move(settled.curvature);
    fit.passes = part.passes() * share;
  }
  Loss whole(set, set.pack.groups(), 1, start, threads);
  Descent down = descent(whole, options, predictions);
  down.most_calls = std::max(1, static_cast<int>(epochs - fit.passes + 0.5));
  fit.weights = to_weights(options.kind, minimise(down, to_point(fit.weights), std::move(curvature)).point);
  fit.passes += whole.passes();
  return fit;
}

}  // namespace

double usual_epochs(ModelKind kind) { return kind == ModelKind::Fsrs6 ? 20 : 80; }

Fit fit_weights(const ReviewLog& log, std::size_t items, const FitOptions& options) {
  const Past past{log, items};
  const std::vector<bool> outliers = outlier_cards(past);
  const FirstIntervals intervals = first_intervals(past, outliers);
  Weights start = default_weights(options.kind);
  const auto firsts = first_stabilities(intervals);
  if (firsts && options.kind == ModelKind::Fsrs6)
    std::ranges::copy(*firsts, start.numbers().begin());

  Threads threads(options.threads);
  const bool large = items >= kWorthASample;
  const TrainingSet set =
      training_set(past, outliers, {options.kind, true, large ? kSampleOneIn : 1, options.seed}, threads);
  if (set.predictions < kLeastItems) return {default_weights(options.kind), FitExtent::Defaults, set.predictions, 0};
  const bool only_first = set.predictions == static_cast<std::size_t>(intervals.cards);
  if (set.predictions < kItemsForAll || only_first)
    return {clipped(start, options.relearning_steps), FitExtent::FirstIntervals, set.predictions, 0};
  Fit fit = train(set, start, options, threads);
  std::array<double, 4> fitted{};
  std::copy_n(fit.weights.numbers().begin(), fitted.size(), fitted.begin());
  std::ranges::copy(in_order(fitted, intervals, options.kind), fit.weights.numbers().begin());
  fit.weights = clipped(fit.weights, options.relearning_steps);
  return fit;
}

}  // namespace starling
