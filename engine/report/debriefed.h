// What an interview left to work on: the reasons that were given, the follow-ups that hurt, and what went badly.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"

namespace starling {

// Below this a question went badly: 3 of 5 is neither good nor bad.
inline constexpr double kLowRating = 3.5;

struct HurtFollowUp {
  std::string text;
  std::string question;
  std::string principle;  // by id; empty: not said
  std::string story;
};
// A principle, or a story, and how the questions for it went.
struct WeakSpot {
  std::string kind;  // "principle", "story"
  std::string id;
  int questions = 0;  // that were rated
  double rating = 0;  // their mean, below kLowRating
};
struct FromInterview {
  std::optional<Day> last;  // that anything was written down for; nothing where nothing was
  const InterviewOutcome* outcome = nullptr;  // the last one; of the progress
  std::vector<std::string> reasons;  // of all outcomes, each once
  std::vector<HurtFollowUp> hurt;    // those of questions that went worst first
  std::vector<WeakSpot> low;         // lowest first; of equal ones those of more questions
};
// Points into `progress`.
[[nodiscard]] FromInterview from_interview(const PlanProgress& progress);

// Whether the last outcome is a rejection.
[[nodiscard]] bool was_rejected(const PlanProgress& progress);

// The last one on that day or later; null where there is none. Points into `progress`.
[[nodiscard]] const InterviewOutcome* outcome_since(const PlanProgress& progress, Day day);

}  // namespace starling
