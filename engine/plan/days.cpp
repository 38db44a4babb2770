#include <algorithm>

#include "plan/record.h"

namespace starling {

std::string_view to_string(Area area) {
  switch (area) {
    case Area::Design: return "design";
    case Area::Coding: return "coding";
    case Area::Leadership: return "leadership";
    case Area::Mocks: return "mocks";
  }
  return "";
}

std::string_view to_string(Slot slot) {
  switch (slot) {
    case Slot::Morning: return "morning";
    case Slot::Noon: return "noon";
    case Slot::Evening: return "evening";
  }
  return "";
}

Position position(const Plan& plan, Day start, Day date) {
  const int last = plan.weeks * kDaysOfWeek - 1;
  Position at;
  at.offset = days_between(start, date);
  at.before = at.offset < 0;
  at.after = at.offset > last;
  const int inside = std::clamp(at.offset, 0, last);
  at.week = inside / kDaysOfWeek + 1;
  at.day = inside % kDaysOfWeek + 1;
  return at;
}

Day date_of(Day start, int week, int day) {
  return start + std::chrono::days((week - 1) * kDaysOfWeek + day - 1);
}

Day default_interview(const Plan& plan, Day start) {
  const Day earliest = start + std::chrono::days(plan.interview_day - 3);
  return earliest + (std::chrono::Friday - std::chrono::weekday(earliest));
}

const PlanDay* day_of(const Plan& plan, int week, int day) {
  if (week < 1 || week > plan.weeks || day < 1 || day > kDaysOfWeek) return nullptr;
  const auto index = static_cast<std::size_t>((week - 1) * kDaysOfWeek + day - 1);
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

const Month* month_entry(const Plan& plan, int month) {
  const auto at =
      std::find_if(plan.months.begin(), plan.months.end(), [&](const Month& m) { return m.number == month; });
  return at == plan.months.end() ? nullptr : &*at;
}

std::optional<int> unlock_offset(const Plan& plan, std::string_view deck) {
  for (std::size_t i = 0; i < plan.days.size(); ++i) {
    const auto& decks = plan.days[i].unlocks;
    if (std::find(decks.begin(), decks.end(), deck) != decks.end()) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::vector<const Checklist*> checklists_on(const Plan& plan, Day start, Day interview, Day date) {
  std::vector<const Checklist*> result;
  for (const Checklist& list : plan.checklists) {
    const bool by_interview = list.days_before && days_between(date, interview) == *list.days_before;
    const bool by_plan = list.week && list.day && date_of(start, *list.week, *list.day) == date;
    if (by_interview || by_plan) result.push_back(&list);
  }
  return result;
}

}  // namespace starling
