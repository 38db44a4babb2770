#include "history/attempt.h"

namespace starling {

std::optional<Day> end_of_attempt(const Event& event, Day day) {
  if (const auto* outcome = std::get_if<InterviewOutcome>(&event))
    return outcome->result == "waiting" ? std::nullopt : std::optional(day);
  const auto* set = std::get_if<SettingSet>(&event);
  if (!set || set->key != "interview" || !set->before) return std::nullopt;
  const auto old_date = parse_day(*set->before);
  return old_date && *old_date < day ? old_date : std::nullopt;
}

}  // namespace starling
