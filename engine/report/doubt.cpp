#include "report/doubt.h"

#include <algorithm>
#include <cmath>

namespace starling {

namespace {

constexpr double kUsualDecay = 0.15;
constexpr double kFarthest = 1.0;     // of a mean: a factor of e

double factor(const StabilityDoubt& doubt, double deviations) { return std::exp(doubt.mean + deviations * doubt.deviation); }

}  // namespace

StabilityDoubt stability_doubt(std::span<const RecallTest> tests, double decay) {
  double information = 1 / (kSpreadOfLearners * kSpreadOfLearners);
  double pull = 0;
  for (const RecallTest& test : tests) {
    const double recall = std::clamp(test.predicted, 0.01, 0.999);
    // R = (1 + f t / S)^-d, so dR / d ln S = d R (1 - R^(1/d)).
    const double slope = decay * recall * (1 - std::pow(recall, 1 / decay));
    const double per_surprise = slope / (recall * (1 - recall));
    pull += per_surprise * ((test.recalled ? 1 : 0) - recall);
    information += slope * per_surprise;
  }
  return {std::clamp(pull / information, -kFarthest, kFarthest), 1 / std::sqrt(information)};
}

StabilityDoubt stability_doubt(std::span<const RecallTest> tests, const MemoryModel& model) {
  const Fsrs6Weights* six = model.weights().fsrs6();
  return stability_doubt(tests, six ? six->decay() : kUsualDecay);
}

double likely_factor(const StabilityDoubt& doubt) { return factor(doubt, 0); }
double low_factor(const StabilityDoubt& doubt) { return factor(doubt, -kBandDeviations); }
double high_factor(const StabilityDoubt& doubt) { return factor(doubt, kBandDeviations); }

}  // namespace starling
