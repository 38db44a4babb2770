// What a study folder begins with, or goes on with: what was given, what is there already, and the defaults of both; and
// the questions to a person about it.
#pragma once

#include <optional>
#include <string>

#include "cli/world.h"
#include "library/library.h"
#include "settings/settings.h"

namespace starling {

// What a call of `init` was given.
struct BeginningGiven {
  std::optional<std::string> level;
  std::optional<Day> interview;
  std::optional<Day> start;
  std::optional<double> hours_per_week;
  std::optional<std::string> plan;
};

// What is known before anything is decided. Keeps pointers.
struct BeginningFrame {
  Day today{};
  const std::optional<Settings>& present;  // of the folder; none: it is a new one
  const FoundPlans& plans;
  bool again = false;  // after a rejection
};

// What is decided, and a sentence about the choice of the plan where there is one to say.
struct Decided {
  Beginning beginning;
  std::string said;
};
// A date that is not given stays what it is; a new plan starts today, and its interview is its own. A new folder follows
// the plan that fits where a date is given and no plan. Throws UsageError for what cannot be.
[[nodiscard]] Decided decide_beginning(const BeginningFrame& frame, const BeginningGiven& given);

// What the questions propose: the start is today where that is a Monday or the interview is near, else the next Monday.
[[nodiscard]] BeginningGiven proposed_beginning(const BeginningFrame& frame, const BeginningGiven& given);

// Asks for level, interview, start and plan, each with what is proposed on Enter; what cannot be is asked again. Nothing
// where the input ends before the last answer.
[[nodiscard]] std::optional<Decided> ask_beginning(const BeginningFrame& frame, World& world);

// Whether to begin at week 1, after so many weeks in which nothing was done; nothing where the input ends.
[[nodiscard]] std::optional<bool> ask_to_begin_again(int weeks, World& world);

}  // namespace starling
