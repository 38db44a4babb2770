// What `optimise` found out, as JSON.
#pragma once

#include <optional>
#include <string>

#include "fit/fit.h"
#include "study/study.h"

namespace starling {

// Of a log that is too small.
[[nodiscard]] std::string too_little_json(const ReviewLog& log, ModelKind kind, const std::string& missing);
// Of weights that were given; nothing was fitted.
[[nodiscard]] std::string evaluated_json(const ReviewLog& log, const Weights& weights, const WeightsJudged& judged,
                                         const Trial& by_time, double read_seconds, const FitSeconds& seconds);
// Of another program's log.
[[nodiscard]] std::string proposal_json(const ReviewLog& log, const Proposal& proposal, double read_seconds);
// Of the learner's own.
struct OwnProposal {
  const Proposal& proposal;
  const Reschedule& changes;
  const OptimalSteps& steps;
  bool applied = false;
};
[[nodiscard]] std::string own_proposal_json(const ReviewLog& log, const OwnProposal& own, double read_seconds);

// Of the learner's own, that was done without being asked to.
[[nodiscard]] std::string refit_json(const ReviewLog& log, const Refit& refit, const Weights& in_use);

}  // namespace starling
