// Which plan suits the time that is left and the level?
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "plan/parts.h"

namespace starling {

struct HoursOfLevel {
  std::string level;
  int hours = 0;  // of the whole plan
  bool operator==(const HoursOfLevel&) const = default;
};

// A plan among others.
struct PlanSummary {
  std::string id;
  std::string title;
  std::string about;
  int weeks = 1;
  std::optional<int> fewest_weeks;
  std::optional<int> most_weeks;
  std::vector<HoursOfLevel> levels;
  bool second_attempt = false;
};
[[nodiscard]] PlanSummary summary_of(const Plan& plan);

[[nodiscard]] bool has_level(const PlanSummary& plan, std::string_view level);
[[nodiscard]] bool has_level(const Plan& plan, std::string_view level);

// From the start to the interview, both days included, a week that has begun counted whole; at least 1.
[[nodiscard]] int weeks_between(Day start, Day interview);

// Of the plans for `level` that are proposed at all: the one whose range of weeks holds `weeks`, or comes nearest to it;
// of those the one whose own number of weeks is nearest, then the longer one. Null where there is none. With `again` those
// for a second attempt are among them, and of plans that come equally near the first choice.
[[nodiscard]] const PlanSummary* fitting_plan(std::span<const PlanSummary> plans, int weeks, std::string_view level,
                                              bool again = false);

}  // namespace starling
