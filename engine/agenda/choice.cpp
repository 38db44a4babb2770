#include "agenda/choice.h"

#include <algorithm>

namespace starling {

namespace {

constexpr std::array<std::string_view, kStudyPolicies.size()> kPolicyWords{"plain", "final-pass", "half-left", "r-of-t", "deadline"};
constexpr std::array<std::string_view, kThoroughnesses.size()> kThoroughnessWords{"less", "usual", "more"};

}  // namespace

std::string_view to_string(StudyPolicy policy) { return kPolicyWords[static_cast<std::size_t>(policy)]; }

std::optional<StudyPolicy> parse_study_policy(std::string_view text) {
  for (const StudyPolicy policy : kStudyPolicies)
    if (text == to_string(policy)) return policy;
  return std::nullopt;
}

std::string_view to_string(Thoroughness thoroughness) { return kThoroughnessWords[static_cast<std::size_t>(thoroughness)]; }

std::optional<Thoroughness> parse_thoroughness(std::string_view text) {
  for (const Thoroughness thoroughness : kThoroughnesses)
    if (text == to_string(thoroughness)) return thoroughness;
  return std::nullopt;
}

std::optional<int> days_for_reviews(std::optional<int> days_left, std::optional<int> nearest) {
  return days_left && nearest ? std::max(*days_left, *nearest) : days_left;
}

int nothing_new_days(int whole) {
  constexpr int kParts = 8;
  constexpr int kFewest = 2;
  return std::clamp((whole + kParts - 1) / kParts, kFewest, kNothingNewDays);
}

bool in_last_days(std::optional<int> days_left, int last_days) { return days_left && *days_left >= 0 && *days_left <= last_days; }

Why why_nothing_new(std::optional<int> days_left, int last_days) {
  if (days_left && *days_left < 0) return Why::Over;
  return in_last_days(days_left, last_days) ? Why::LastDays : Why::RestDay;
}

Asking asking_on(bool off, bool rest, std::optional<int> days_left, int last_days) {
  if (off) return Asking::Nothing;
  return rest || why_nothing_new(days_left, last_days) != Why::RestDay ? Asking::ReviewsOnly : Asking::All;
}

int longest_interval(StudyPolicy policy, int maximum_days, std::optional<int> days_left) {
  if (!days_left || *days_left <= 0) return maximum_days;
  int longest = *days_left <= kSeenOnceMoreDays ? *days_left - 1 : maximum_days;
  if (policy == StudyPolicy::HalfLeft || policy == StudyPolicy::Deadline) longest = std::min(longest, *days_left / 2);
  return std::clamp(longest, 1, maximum_days);
}

Policy policy_towards(StudyPolicy policy, Policy usual, std::optional<int> days_left) {
  usual.maximum_interval_days = longest_interval(policy, usual.maximum_interval_days, days_left);
  if (policy == StudyPolicy::Rising && days_left && *days_left > 0) usual.rises_in = days_left;
  return usual;
}

bool comes_behind_new(ItemKind kind) { return traits(kind).begun_by_hand; }

double seconds_for_new(double share, double of_day, double had) { return std::max(0.0, share * of_day - had); }

std::optional<int> final_pass_day(StudyPolicy policy, std::optional<int> days_left) {
  if (policy != StudyPolicy::FinalPass || !days_left || *days_left < 1 || *days_left > kFinalPassDays)
    return std::nullopt;
  return kFinalPassDays - *days_left;
}

int final_pass_share(int pass_day, const PassCounts& counts) {
  const long long parts = static_cast<long long>(counts.met) * (pass_day + 1);
  const int wanted = static_cast<int>((parts + kFinalPassDays - 1) / kFinalPassDays);
  const int asked = counts.met - counts.waiting;
  return std::clamp(wanted - asked - counts.due, 0, counts.waiting - counts.due);
}

}  // namespace starling
