// Which weights should a learner's memory be reckoned with from now on? Models are fitted, judged on what their fits
// had not seen, and proposed only where they predict better than the weights in use.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "fit/fit_weights.h"
#include "fit/judge.h"
#include "fit/time_split.h"

namespace starling {

struct ProposalOptions {
  std::optional<ModelKind> only;  // the one model that may be proposed; none: all of them compete
  Weights in_use;                 // what memory is reckoned with now
  FitOptions fit;                 // but `kind` and `start`, which are set here
};

// How a proposal is followed; both may be empty.
struct ProposalWatch {
  std::function<double()> seconds;                 // a stopwatch that runs
  std::function<void(double share)> progress;      // 0 to 1, rising
};

// What each part of the work took; zeros without a stopwatch.
struct FitSeconds {
  double fit = 0;
  double evaluate = 0;
  double time_series = 0;
};

// One model that competes.
struct ModelCandidate {
  Fit fit;              // to the whole log
  WeightsJudged whole;  // on the log that it was fitted to
  FittedTrial by_time;
  double certainty = 0;  // that it predicts better than what is in use; see certainty.h
  // Than what is in use, on what its fits had not seen: surely in log loss, and no worse in bins. The defaults
  // themselves never are.
  bool better = false;
  FitSeconds seconds;
};

struct Proposal {
  std::string missing;   // what the log lacks before weights can be proposed, as a sentence; then nothing else is here
  bool stopped = false;  // by FitOptions::stop; likewise
  std::vector<ModelCandidate> candidates;  // the best predictions by time come first
  Trial in_use;
  Trial constant;
  Trial sm2;

  // What to take over; null where nothing is surely better than what is in use.
  [[nodiscard]] const Weights* weights() const;
};
[[nodiscard]] Proposal propose(const ReviewLog& log, const ProposalOptions& options, const ProposalWatch& watch = {});

// What is taken over each week without being asked: of the fits the one that foresees best by time. What is in use does not
// compete: an earlier fit to the same log is judged by what it was fitted to, and would stay where newer reviews tell more.
struct BestFit {
  std::string missing;  // a sentence; then there are no weights
  bool stopped = false;
  std::optional<Weights> weights;  // nothing where none learnt anything
};
// Fewer say too little of one learner.
inline constexpr std::size_t kReviewsToRefit = 500;
// `progress`: 0 to 1, rising.
[[nodiscard]] BestFit best_fit(const ReviewLog& log, const ProposalOptions& options,
                               const std::function<void(double share)>& progress = {});

// Where a fit begins: at the weights in use where they are an earlier fit of the same model.
[[nodiscard]] std::optional<Weights> start_of(ModelKind kind, const Weights& in_use);

// Reviews that are needed before weights are proposed.
inline constexpr std::size_t kLeastReviews = 64;

}  // namespace starling
