#include "fit/propose.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "fit/certainty.h"

namespace starling {

namespace {

std::string missing_for_fit(const ReviewLog& log) {
  if (log.reviews() < kLeastReviews)
    return fmt::format("{} reviews are too few to fit weights to: at least {} are wanted", log.reviews(),
                       kLeastReviews);
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

const Weights* Proposal::best_fit() const {
  const auto found = std::ranges::find_if(candidates, [](const ModelCandidate& each) { return each.fit.extent != FitExtent::Defaults; });
  return found == candidates.end() ? nullptr : &found->fit.weights;
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
    FitOptions fit = options.fit;
    fit.kind = kind;
    fit.start = start_of(kind, options.in_use);
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

Proposal propose_refit(const ReviewLog& log, const ProposalOptions& options, const ProposalWatch& watch) {
  if (log.reviews() >= kReviewsToRefit) return propose(log, options, watch);
  Proposal none;
  none.missing = fmt::format("{} reviews are too few to go by: at least {} are wanted", log.reviews(), kReviewsToRefit);
  return none;
}

}  // namespace starling
