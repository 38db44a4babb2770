#include "plan/days.h"

#include <algorithm>

#include "item/item.h"
#include "plan/record.h"

namespace starling {

const PlanDay* day_of(const Plan& plan, int week, int day) {
  if (week < 1 || week > plan.weeks || day < 1 || day > kDaysOfWeek) return nullptr;
  const auto index = static_cast<std::size_t>(plan_day(week, day));
  return index < plan.days.size() ? &plan.days[index] : nullptr;
}

const PlanWeek* week_of(const Plan& plan, int week) {
  const auto at = std::find_if(plan.week_list.begin(), plan.week_list.end(),
                               [&](const PlanWeek& w) { return w.number == week; });
  return at == plan.week_list.end() ? nullptr : &*at;
}

const PhaseOfPlan* phase_of(const Plan& plan, int week) {
  const auto at = std::find_if(plan.phases.begin(), plan.phases.end(), [&](const PhaseOfPlan& p) {
    return p.first_week <= week && week <= p.last_week;
  });
  return at == plan.phases.end() ? nullptr : &*at;
}

int month_of(int week) { return week < 1 ? 1 : (week - 1) / kWeeksOfMonth + 1; }

int last_week_of_month(const Plan& plan, int month) { return std::min(month * kWeeksOfMonth, plan.weeks); }

const Month* month_entry(const Plan& plan, int month) {
  const auto at =
      std::find_if(plan.months.begin(), plan.months.end(), [&](const Month& m) { return m.number == month; });
  return at == plan.months.end() ? nullptr : &*at;
}

std::optional<int> unlock_day(const Plan& plan, std::string_view deck) {
  for (std::size_t i = 0; i < plan.days.size(); ++i) {
    const auto& decks = plan.days[i].unlocks;
    if (std::find(decks.begin(), decks.end(), deck) != decks.end()) return static_cast<int>(i);
  }
  return std::nullopt;
}

}  // namespace starling
