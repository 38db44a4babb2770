#include "report/debriefed.h"

#include <algorithm>
#include <map>
#include <utility>

#include "report/mean.h"

namespace starling {

namespace {

std::vector<WeakSpot> low_of(const PlanProgress& progress) {
  std::map<std::pair<std::string, std::string>, Mean> ratings;
  for (const auto& [deed, day, what] : progress.debriefed) {
    if (!what.rating) continue;
    if (!what.principle.empty()) ratings[{"principle", what.principle}].add(*what.rating);
    if (!what.story.empty()) ratings[{"story", what.story}].add(*what.rating);
  }
  std::vector<WeakSpot> low;
  for (const auto& [name, mean] : ratings)
    if (*mean.value() < kLowRating) low.push_back({name.first, name.second, mean.count, *mean.value()});
  std::ranges::stable_sort(low, [](const WeakSpot& a, const WeakSpot& b) {
    return a.rating != b.rating ? a.rating < b.rating : a.questions > b.questions;
  });
  return low;
}

std::vector<HurtFollowUp> hurt_of(const PlanProgress& progress) {
  std::vector<const Debriefed*> questions;
  for (const auto& each : progress.debriefed) questions.push_back(&each.what);
  std::ranges::stable_sort(questions, {}, [](const Debriefed* each) { return each->rating.value_or(kHighestRating); });
  std::vector<HurtFollowUp> hurt;
  for (const Debriefed* each : questions)
    for (const std::string& text : each->follow_ups) hurt.push_back({text, each->question, each->principle, each->story});
  return hurt;
}

}  // namespace

FromInterview from_interview(const PlanProgress& progress) {
  FromInterview left;
  for (const auto& each : progress.debriefed) left.last = std::max(left.last.value_or(each.day), each.day);
  for (const auto& each : progress.outcomes) {
    left.last = std::max(left.last.value_or(each.day), each.day);
    left.outcome = &each.what;
    for (const std::string& reason : each.what.reasons)
      if (std::ranges::find(left.reasons, reason) == left.reasons.end()) left.reasons.push_back(reason);
  }
  left.hurt = hurt_of(progress);
  left.low = low_of(progress);
  return left;
}

bool was_rejected(const PlanProgress& progress) {
  return !progress.outcomes.empty() && progress.outcomes.back().what.result == "rejected";
}

const InterviewOutcome* outcome_since(const PlanProgress& progress, Day day) {
  const InterviewOutcome* last = nullptr;
  for (const auto& each : progress.outcomes)
    if (each.day >= day) last = &each.what;
  return last;
}

}  // namespace starling
