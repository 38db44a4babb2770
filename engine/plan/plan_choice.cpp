#include "plan/plan_choice.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "item/item.h"
#include "plan/hours.h"
#include "plan/record.h"

namespace starling {

namespace {

bool is_proposed(const PlanSummary& plan) { return plan.fewest_weeks || plan.most_weeks; }

int weeks_outside_range(const PlanSummary& plan, int weeks) {
  return std::max({0, plan.fewest_weeks.value_or(1) - weeks, weeks - plan.most_weeks.value_or(kMostWeeks)});
}

// The smaller, the better.
std::tuple<int, bool, int, int> order_for(const PlanSummary& plan, int weeks) {
  return {weeks_outside_range(plan, weeks), !plan.second_attempt, std::abs(plan.weeks - weeks), -plan.weeks};
}

}  // namespace

PlanSummary summary_of(const Plan& plan) {
  PlanSummary summary{plan.id, plan.title, plan.about, plan.weeks, plan.fewest_weeks, plan.most_weeks, {}, plan.second_attempt};
  for (const LevelHours& level : plan.levels) summary.levels.push_back({level.id, total_hours(plan, level.id)});
  return summary;
}

bool has_level(const PlanSummary& plan, std::string_view level) {
  return std::ranges::find(plan.levels, level, &HoursOfLevel::level) != plan.levels.end();
}

bool has_level(const Plan& plan, std::string_view level) {
  return std::ranges::find(plan.levels, level, &LevelHours::id) != plan.levels.end();
}

int weeks_between(Day start, Day interview) {
  return std::max(1, (days_between(start, interview) + kDaysOfWeek) / kDaysOfWeek);
}

const PlanSummary* fitting_plan(std::span<const PlanSummary> plans, int weeks, std::string_view level, bool again) {
  const PlanSummary* best = nullptr;
  for (const PlanSummary& plan : plans) {
    if (!is_proposed(plan) || !has_level(plan, level) || (plan.second_attempt && !again)) continue;
    if (!best || order_for(plan, weeks) < order_for(*best, weeks)) best = &plan;
  }
  return best;
}

}  // namespace starling
