// How a study folder begins, or goes on after its dates were changed; and a beginning that never was one.
#pragma once

#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "view/standpoint.h"

namespace starling {

struct BeginningView {
  std::string home;
  bool made = false;  // there was none before
  std::string level;
  std::string plan;  // its id
  Day start{};
  Day interview{};
  bool interview_by_plan = false;  // nobody has set a date yet
  double hours_per_week = 0;
  std::vector<std::string> warnings;  // of unwise dates
};

// Whether anything was answered, ticked, logged or measured on that day or later.
[[nodiscard]] bool done_since(const Standpoint& from, Day first);
// Whole weeks since the start in which nothing was; 0 where something was, outside the plan, where they are fewer than
// kIdleWeeks, and in the last week before the interview, which is none to begin in.
inline constexpr int kIdleWeeks = 3;
[[nodiscard]] int idle_weeks(const Standpoint& from);
// "11 weeks have passed, nothing is done."
[[nodiscard]] std::string idle_sentence(int weeks);
// With the way to begin at week 1; short, since it stands on screens that are full.
[[nodiscard]] std::string idle_notice(int weeks, Day today, bool has_date);

}  // namespace starling
