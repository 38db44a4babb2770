// Which weights are proposed, and when none are.
#include <algorithm>
#include <atomic>

#include "logs.h"

namespace starling {
namespace {

// A learner who keeps things far longer than the defaults believe.
Weights patient() {
  Weights truth = default_weights();
  const auto numbers = truth.numbers();
  numbers[Fsrs6Weights::kFirstStability + index_of(Grade::Again)] = 6;
  numbers[Fsrs6Weights::kFirstStability + index_of(Grade::Good)] = 40;
  numbers[Fsrs6Weights::kFirstStability + index_of(Grade::Easy)] = 90;
  return truth;
}

const ReviewLog& patient_log() {
  static const ReviewLog log = make_log(made_rows(patient(), 400, 7, 12), utc());
  return log;
}

ProposalOptions proposal_options(std::optional<ModelKind> only, const Weights& in_use = default_weights()) {
  ProposalOptions options;
  options.only = only;
  options.in_use = in_use;
  return options;
}

TEST_CASE("weights that predict better what came next are proposed") {
  const Proposal proposal = propose(patient_log(), proposal_options(ModelKind::Fsrs6));
  CHECK(proposal.missing.empty());
  CHECK_FALSE(proposal.stopped);
  REQUIRE(proposal.weights());
  const ModelCandidate& best = proposal.candidates.front();
  CHECK(best.better);
  CHECK(*proposal.weights() == best.fit.weights);
  CHECK(best.by_time.trial.score.log_loss < proposal.in_use.score.log_loss);
  CHECK(best.whole.weights.log_loss < best.whole.defaults.log_loss);
}

TEST_CASE("nothing is proposed that does not predict better what came next than what is in use") {
  // In use is the truth itself: no fit to a part of the answers comes nearer.
  const Proposal proposal = propose(patient_log(), proposal_options(ModelKind::Fsrs6, patient()));
  REQUIRE(proposal.candidates.size() == 1);
  CHECK(proposal.candidates.front().by_time.trial.score.log_loss >= proposal.in_use.score.log_loss);
  CHECK_FALSE(proposal.candidates.front().better);
  CHECK_FALSE(proposal.weights());
}

TEST_CASE("a fit that is better on the answers it has seen, and on those alone, is not proposed") {
  const ReviewLog log = make_log(made_rows(default_weights(), 120, 6, 1), utc());
  const Proposal proposal = propose(log, proposal_options(ModelKind::Fsrs6));
  const WeightsJudged& whole = proposal.candidates.front().whole;
  CHECK(whole.weights.log_loss < whole.defaults.log_loss);
  CHECK(proposal.candidates.front().by_time.trial.score.log_loss >= proposal.in_use.score.log_loss);
  CHECK_FALSE(proposal.weights());
}

TEST_CASE("where the defaults are the truth, what looks better by chance is hardly ever proposed") {
  int looked_better = 0;
  int proposed = 0;
  for (std::uint64_t learner = 1; learner <= 24; ++learner) {
    const ReviewLog log = make_log(made_rows(default_weights(), 60, 6, learner), utc());
    Weights near = default_weights();
    near.numbers()[Fsrs6Weights::kFirstStability + index_of(Grade::Good)] *= 1.2;
    const Proposal proposal = propose(log, proposal_options(ModelKind::Fsrs6, near));
    if (!proposal.missing.empty()) continue;
    const ModelCandidate& only = proposal.candidates.front();
    looked_better += only.by_time.trial.score.log_loss < proposal.in_use.score.log_loss ? 1 : 0;
    proposed += only.better ? 1 : 0;
    if (only.better) CHECK(only.certainty >= kSureEnough);
  }
  CAPTURE(looked_better);
  CHECK(looked_better >= 4);
  CHECK(proposed <= looked_better / 3);
}

TEST_CASE("how sure one is of a better row of predictions") {
  const ReviewLog& log = patient_log();
  const Items items = items_of(log);
  const ItemRange all{0, log.items};
  const std::vector<float> truth = predict(log, patient(), all, 1);
  const std::vector<float> defaults = predict(log, default_weights(), all, 1);
  const double sure = certainty(log, items, all, truth, defaults);
  CHECK(sure > 0.99);
  CHECK(certainty(log, items, all, defaults, truth) < 0.01);
  CHECK(certainty(log, items, all, truth, truth) == 0);  // equal is not better
  CHECK(certainty(log, items, all, truth, defaults) == sure);
  CHECK(certainty(log, items, {0, 0}, {}, {}) == 0);
}

TEST_CASE("the defaults are never proposed, however bad what is in use") {
  // A hundred reviews, but hardly any that a fit could learn from.
  std::vector<LogRow> rows;
  for (int card = 0; card < 60; ++card) {
    rows.push_back({card, kNow - std::chrono::days(300 - card), Grade::Good});
    if (card < 40) rows.push_back({card, kNow - std::chrono::days(300 - card - 1 - card % 11 * 9), card == 7 ? Grade::Again : Grade::Good});
  }
  const ReviewLog log = make_log(rows, utc());
  Weights forgetful = default_weights();
  for (std::size_t i = 0; i < 4; ++i) forgetful.numbers()[i] = 0.001;
  const Proposal proposal = propose(log, proposal_options(ModelKind::Fsrs6, forgetful));
  REQUIRE(proposal.candidates.size() == 1);
  REQUIRE(proposal.candidates.front().fit.extent == FitExtent::Defaults);
  CHECK(proposal.candidates.front().by_time.trial.score.log_loss < proposal.in_use.score.log_loss);
  CHECK_FALSE(proposal.weights());
}

TEST_CASE("all models compete unless one is named, and the best predictions come first") {
  const Proposal all = propose(real_log(), proposal_options(std::nullopt));
  REQUIRE(all.candidates.size() == kModelKinds.size());
  CHECK(std::ranges::is_sorted(all.candidates, {},
                               [](const ModelCandidate& each) { return each.by_time.trial.score.log_loss; }));
  CHECK(all.candidates.front().by_time.trial.name == "fsrs-7");
  CHECK(all.weights()->kind() == ModelKind::Fsrs7);
  for (const ModelKind kind : kModelKinds) {
    const Proposal one = propose(real_log(), proposal_options(kind));
    REQUIRE(one.candidates.size() == 1);
    CHECK(one.candidates.front().fit.weights.kind() == kind);
    const auto same = std::ranges::find(all.candidates, to_string(kind),
                                        [](const ModelCandidate& each) { return each.by_time.trial.name; });
    CHECK(one.candidates.front().fit.weights == same->fit.weights);
  }
}

TEST_CASE("a fit starts from an earlier fit of the same model, and from nothing else") {
  for (const ModelKind kind : kModelKinds) {
    Weights own = default_weights(kind);
    own.numbers()[3] += 1;
    CHECK(start_of(kind, own) == own);
    CHECK_FALSE(start_of(kind, default_weights(kind)));
  }
  Weights six = default_weights(ModelKind::Fsrs6);
  six.numbers()[3] += 1;
  CHECK_FALSE(start_of(ModelKind::Fsrs7, six));
}

TEST_CASE("weights that were taken over are not proposed again from the same answers") {
  const Proposal first = propose(patient_log(), proposal_options(ModelKind::Fsrs6));
  REQUIRE(first.weights());
  const Proposal again = propose(patient_log(), proposal_options(ModelKind::Fsrs6, *first.weights()));
  CHECK_FALSE(again.weights());
  CHECK(again.candidates.front().fit.passes <= first.candidates.front().fit.passes);
}

TEST_CASE("each week the fit is taken that foresees best, whatever an earlier one to the same answers seems to foresee") {
  const ReviewLog& log = patient_log();
  REQUIRE(log.reviews() >= kReviewsToRefit);
  const BestFit first = best_fit(log, proposal_options({}));
  REQUIRE(first.weights);
  CHECK(*first.weights == propose(log, proposal_options({})).candidates.front().fit.weights);
  const BestFit again = best_fit(log, proposal_options({}, *first.weights));
  REQUIRE(again.weights);
  CHECK(again.weights->kind() == first.weights->kind());
  CHECK_FALSE(propose(log, proposal_options({}, *first.weights)).weights());
}

TEST_CASE("below the reviews of a weekly fit nothing is fitted, and of a fit that learnt nothing nothing is taken") {
  std::vector<LogRow> rows;
  for (int card = 0; card < static_cast<int>(kReviewsToRefit) - 1; ++card) rows.push_back({card, kNow - std::chrono::days(card % 30), Grade::Good});
  const auto refit = [&] { return best_fit(make_log(rows, utc()), proposal_options({})); };
  CHECK(refit().missing == "499 reviews are too few to go by: at least 500 are wanted");
  CHECK_FALSE(refit().weights);
  for (int card = 0; card < 40; ++card) rows.push_back({card, kNow + std::chrono::days(10 + card % 11 * 9), card == 7 ? Grade::Again : Grade::Good});
  const BestFit little = refit();
  CHECK(little.missing.empty());
  CHECK_FALSE(little.weights);
}

TEST_CASE("too few reviews are named with what is missing, and nothing is fitted") {
  const auto proposal = [](int cards, int reviews) {
    return propose(make_log(made_rows(default_weights(), cards, reviews, 1), utc()), proposal_options(std::nullopt));
  };
  CHECK(proposal(10, 3).missing == "30 reviews are too few to fit weights to: at least 64 are wanted");
  CHECK(proposal(70, 1).missing ==
        "of 70 reviews only 0 came a day or more after the one before: at least 8 are wanted");
  CHECK(proposal(70, 1).candidates.empty());
  CHECK_FALSE(proposal(70, 1).weights());
  CHECK(proposal(70, 4).missing.empty());
}

TEST_CASE("reviews of which none was forgotten are no ground for weights, and one that was is") {
  std::vector<LogRow> rows;
  for (int card = 0; card < 20; ++card)
    for (int day = 0; day < 20; day += 5) rows.push_back({card, kNow - std::chrono::days(30 - day), day == 0 && card % 3 == 0 ? Grade::Again : Grade::Good});
  const auto missing = [&] { return propose(make_log(rows, utc()), proposal_options(ModelKind::Fsrs6)).missing; };
  CHECK(missing() == "none of 60 reviews was forgotten: weights are fitted to what was forgotten and what was not");
  rows.back().grade = Grade::Again;
  CHECK(missing().empty());
}

TEST_CASE("a proposal that is stopped proposes nothing") {
  std::atomic<bool> stop{true};
  ProposalOptions options = proposal_options(std::nullopt);
  options.fit.stop = &stop;
  const Proposal proposal = propose(patient_log(), options);
  CHECK(proposal.stopped);
  CHECK(proposal.candidates.empty());
  CHECK_FALSE(proposal.weights());
}

TEST_CASE("a proposal tells how far it has come and what each part took, by the stopwatch it is given") {
  double now = 0;
  std::vector<double> shares;
  const Proposal proposal = propose(patient_log(), proposal_options(std::nullopt),
                                    {[&] { return now += 1; }, [&](double share) { shares.push_back(share); }});
  CHECK(shares == std::vector<double>{0, 0.5});
  for (const ModelCandidate& each : proposal.candidates) {
    CHECK(each.seconds.fit == 1);
    CHECK(each.seconds.evaluate == 1);
    CHECK(each.seconds.time_series == 1);
  }
  CHECK(propose(patient_log(), proposal_options(ModelKind::Fsrs6)).candidates.front().seconds.fit == 0);
}

}  // namespace
}  // namespace starling
