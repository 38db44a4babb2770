#include "cli/wire/fit.h"

#include "cli/wire/json.h"

namespace starling {

namespace {

Json pair_json(double standard, double fitted) {
  return {{"default", rounded(standard, 6)}, {"fitted", rounded(fitted, 6)}};
}

Json trial_json(const Trial& trial) {
  return {{"name", trial.name}, {"log_loss", rounded(trial.score.log_loss, 6)},
          {"rmse_bins", rounded(trial.score.rmse_bins, 6)}, {"auc", rounded(trial.ranking, 6)}};
}

Json log_json(const ReviewLog& log, ModelKind kind, const Weights& weights) {
  Json json = reply();
  json["model"] = to_string(kind);
  json["reviews"] = log.reviews();
  json["cards"] = log.cards();
  json["items"] = log.items;
  json["parameters"] = std::vector<double>(weights.numbers().begin(), weights.numbers().end());
  return json;
}

void add_scores(Json& json, const WeightsJudged& judged) {
  json["log_loss"] = pair_json(judged.defaults.log_loss, judged.weights.log_loss);
  json["weighted_log_loss"] = pair_json(judged.defaults_by_recency.log_loss, judged.weights_by_recency.log_loss);
  json["rmse_bins"] = pair_json(judged.defaults.rmse_bins, judged.weights.rmse_bins);
}

void add_seconds(Json& json, double read_seconds, const FitSeconds& seconds) {
  json["seconds"] = {{"read", rounded(read_seconds, 6)}, {"fit", rounded(seconds.fit, 6)},
                     {"evaluate", rounded(seconds.evaluate, 6)}, {"time_series", rounded(seconds.time_series, 6)}};
}

Json candidate_json(const ReviewLog& log, const ModelCandidate& candidate, double read_seconds) {
  Json json = log_json(log, candidate.fit.weights.kind(), candidate.fit.weights);
  add_scores(json, candidate.whole);
  json["time_series"] = trial_json(candidate.by_time.trial);
  json["time_series"].erase("name");
  json["calibration"] = Json::array();
  for (const CalibrationBin& bin : candidate.by_time.calibration)
    if (bin.count > 0)
      json["calibration"].push_back(
          {{"predicted", rounded(bin.predicted)}, {"recalled", rounded(bin.recalled)}, {"count", bin.count}});
  add_seconds(json, read_seconds, candidate.seconds);
  json["certainty"] = candidate.certainty;
  json["kept"] = candidate.better ? "fitted" : "default";
  return json;
}

Json change_json(const Reschedule& changes) {
  Json json{{"in_review", changes.in_review}, {"moved", changes.moves.size()},
            {"due_before", changes.due_before}, {"due_after", changes.due_after}, {"moves", Json::array()}};
  for (const Move& move : changes.moves)
    json["moves"].push_back({{"item", move.item.text()}, {"from", to_string(move.from)}, {"to", to_string(move.to)}});
  return json;
}

Json steps_json(const OptimalSteps& steps) {
  Json json{{"learning_seconds", Json::array()}, {"relearning_seconds", Json::array()}};
  for (const auto step : steps.learning) json["learning_seconds"].push_back(step.count());
  for (const auto step : steps.relearning) json["relearning_seconds"].push_back(step.count());
  return json;
}

}  // namespace

std::string too_little_json(const ReviewLog& log, ModelKind kind, const std::string& missing) {
  Json json = log_json(log, kind, default_weights(kind));
  json["missing"] = missing;
  json["kept"] = "default";
  return line_of(json);
}

std::string evaluated_json(const ReviewLog& log, const Weights& weights, const WeightsJudged& judged,
                           const Trial& by_time, double read_seconds, const FitSeconds& seconds) {
  Json json = log_json(log, weights.kind(), weights);
  add_scores(json, judged);
  json["time_series"] = trial_json(by_time);
  json["time_series"].erase("name");
  add_seconds(json, read_seconds, seconds);
  json["kept"] = "given";
  return line_of(json);
}

std::string proposal_json(const ReviewLog& log, const Proposal& proposal, double read_seconds) {
  return line_of(candidate_json(log, proposal.candidates.front(), read_seconds));
}

std::string own_proposal_json(const ReviewLog& log, const OwnProposal& own, double read_seconds) {
  const Proposal& proposal = own.proposal;
  Json json = candidate_json(log, proposal.candidates.front(), read_seconds);
  json["kept"] = proposal.weights() ? "fitted" : "in-use";
  json["compared"] = Json::array();
  for (const ModelCandidate& each : proposal.candidates) json["compared"].push_back(trial_json(each.by_time.trial));
  for (const Trial& trial : {proposal.in_use, proposal.constant, proposal.sm2})
    json["compared"].push_back(trial_json(trial));
  json["changes"] = change_json(own.changes);
  json["steps"] = steps_json(own.steps);
  json["applied"] = own.applied;
  return line_of(json);
}

std::string refit_json(const ReviewLog& log, const Refit& refit, const Weights& in_use) {
  Json json = log_json(log, in_use.kind(), in_use);
  json["kept"] = refit.is_adopted ? "fitted" : "in-use";
  json["applied"] = refit.is_adopted;
  json["moved"] = refit.moved;
  json["said"] = refit_sentence(refit);
  return line_of(json);
}

}  // namespace starling
