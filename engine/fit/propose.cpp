#include "fit/propose.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <ranges>

#include "fit/certainty.h"

namespace starling {

namespace {

std::string of_reviews(const ReviewLog& log) {
  return log.reviews() == 1 ? "1 review is" : fmt::format("{} reviews are", log.reviews());
}

std::string missing_for_fit(const ReviewLog& log) {
  if (log.reviews() < kLeastReviews)
    return fmt::format("{} too few to fit weights to: at least {} are wanted", of_reviews(log), kLeastReviews);
  if (log.items < kLeastItems)
    return fmt::format("of {} reviews only {} came a day or more after the one before: at least {} are wanted",
                       log.reviews(), log.items, kLeastItems);
  // Else they would only say "later", and never when.
  const auto forgotten = [&](std::size_t review) { return log.is_item(review) && log.grade[review] == Grade::Again; };
  if (std::ranges::none_of(std::views::iota(std::size_t{0}, log.reviews()), forgotten))
    return fmt::format("none of {} reviews was forgotten: weights are fitted to what was forgotten and what was not", log.items);
  return "";
}

std::vector<ModelKind> competing(std::optional<ModelKind> only) {
  if (only) return {*only};
  return {kModelKinds.begin(), kModelKinds.end()};
}

FitOptions fit_options(ModelKind kind, const ProposalOptions& options) {
  FitOptions fit = options.fit;
  fit.kind = kind;
  fit.start = start_of(kind, options.in_use);
  return fit;
}

// Runs `work`, which gives a value, and notes how long it took.
template <class Work>
auto timed(const ProposalWatch& watch, double& seconds, const Work& work) {
  if (!watch.seconds) return work();
  const double begun = watch.seconds();
  auto result = work();
  seconds = watch.seconds() - begun;
  return result;
}

ModelCandidate fitted(const TimeSplit& split, const ReviewLog& log, const Items& items, const FitOptions& options,
                 const ProposalWatch& watch) {
  ModelCandidate candidate;
  FitSeconds& seconds = candidate.seconds;
  candidate.fit = timed(watch, seconds.fit, [&] { return fit_weights(log, log.items, options); });
  candidate.whole =
      timed(watch, seconds.evaluate, [&] { return judge(log, items, candidate.fit.weights, options.threads); });
  candidate.by_time = timed(watch, seconds.time_series, [&] { return split.fits(options); });
  return candidate;
}

double loss_by_time(const ModelCandidate& candidate) { return candidate.by_time.trial.score.log_loss; }

}  // namespace

std::optional<Weights> start_of(ModelKind kind, const Weights& in_use) {
  if (in_use.kind() != kind || in_use == default_weights(kind)) return std::nullopt;
  return in_use;
}

const Weights* Proposal::weights() const {
  return !candidates.empty() && candidates.front().better ? &candidates.front().fit.weights : nullptr;
}

Proposal propose(const ReviewLog& log, const ProposalOptions& options, const ProposalWatch& watch) {
  Proposal proposal;
  proposal.missing = missing_for_fit(log);
  if (!proposal.missing.empty()) return proposal;
  const Items items = items_of(log);
  const TimeSplit split(log, items, options.fit.threads);
  proposal.in_use = split.weights("in use", options.in_use);
  proposal.constant = split.constant();
  proposal.sm2 = split.sm2();

  const auto kinds = competing(options.only);
  for (const ModelKind kind : kinds) {
    if (watch.progress)
      watch.progress(static_cast<double>(proposal.candidates.size()) / static_cast<double>(kinds.size()));
    const FitOptions fit = fit_options(kind, options);
    ModelCandidate candidate = fitted(split, log, items, fit, watch);
    const Trial& trial = candidate.by_time.trial;
    candidate.certainty = certainty(log, items, foreseen_items(log.items), trial.recall, proposal.in_use.recall);
    candidate.better = candidate.fit.extent != FitExtent::Defaults && candidate.fit.weights != options.in_use &&
                       candidate.certainty >= kSureEnough && trial.score.rmse_bins <= proposal.in_use.score.rmse_bins;
    proposal.candidates.push_back(std::move(candidate));
    if (fit.stop && fit.stop->load()) {
      proposal = {};
      proposal.stopped = true;
      return proposal;
    }
  }
  std::ranges::stable_sort(proposal.candidates, {}, loss_by_time);
  return proposal;
}

BestFit best_fit(const ReviewLog& log, const ProposalOptions& options, const std::function<void(double share)>& progress) {
  BestFit best;
  if (log.reviews() < kReviewsToRefit) {
    best.missing = fmt::format("{} too few to go by: at least {} are wanted", of_reviews(log), kReviewsToRefit);
    return best;
  }
  best.missing = missing_for_fit(log);
  if (!best.missing.empty()) return best;
  const Items items = items_of(log);
  const TimeSplit split(log, items, options.fit.threads);
  const auto kinds = competing(options.only);
  double least_loss = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (progress) progress(static_cast<double>(i) / static_cast<double>(kinds.size()));
    const FitOptions of_kind = fit_options(kinds[i], options);
    const Fit fit = fit_weights(log, log.items, of_kind);
    const bool learnt = fit.extent != FitExtent::Defaults;
    // One alone is the best.
    const double loss = learnt && kinds.size() > 1 ? split.fits(of_kind).trial.score.log_loss : 0;
    if (options.fit.stop && options.fit.stop->load()) return {{}, true, std::nullopt};
    if (!learnt || loss >= least_loss) continue;
    least_loss = loss;
    best.weights = fit.weights;
  }
  return best;
}

}  // namespace starling
