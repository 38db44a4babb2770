#include "view/plan_facts.h"

#include <algorithm>
#include <string>

namespace starling {

PracticeTexts practice_texts(const Standpoint& from) {
  const Library& library = from.library;
  return {[&library](std::string_view id) { return library.coding_problem(id); },
          [&library](std::string_view id) { return library.design_exercise(id); }};
}

AreaOfAnswers answer_areas(const Standpoint& from) {
  const Library& library = from.library;
  return [&library](const AnswersTo& to) -> std::optional<Area> {
    switch (to.kind) {
      case ItemKind::Story:
      case ItemKind::Probe:
      case ItemKind::Question: return Area::Leadership;
      case ItemKind::Problem: return Area::Coding;
      case ItemKind::Exercise: return Area::Design;
      case ItemKind::Card: break;
    }
    if (to.deck == kStoryDeck) return Area::Leadership;  // also while their cards are left out
    const DeckHead* head = library.deck_head(to.deck);
    return head ? area_of_deck(head->area) : std::nullopt;
  };
}

double hours_a_week(const Settings& settings, const Plan& plan) {
  const auto level = std::ranges::find(plan.levels, settings.level, &LevelHours::id);
  return settings.hours_per_week || level == plan.levels.end() ? hours_per_week(settings) : level->default_week;
}

bool nothing_ahead(const Timeline& timeline, Day today) { return timeline.days_left(today) <= 1; }

Day first_date_of(const Standpoint& from, int week) {
  return from.timeline.week_starts(week).value_or(from.timeline.opens_on(plan_day(week, 1)));
}

Day last_date_of(const Standpoint& from, int week) {
  return from.timeline.week_ends(week).value_or(first_date_of(from, week) - std::chrono::days(1));
}

std::vector<const PlanDay*> plan_days_between(const Standpoint& from, Day first, Day last) {
  std::vector<const PlanDay*> days;
  for (Day day = first; day <= last; day += std::chrono::days(1)) {
    const Position at = from.timeline.on(day);
    if (is_day_off(from.settings, day) || at.before || at.after || at.spare) continue;
    const WeekAndDay place = week_and_day(at.offset);
    if (const PlanDay* entry = day_of(from.timeline.plan(), place.week, place.day)) days.push_back(entry);
  }
  return days;
}

std::vector<const Task*> tasks_between(const Standpoint& from, Day first, Day last) {
  std::vector<const Task*> tasks;
  for (Day day = first; day <= last; day += std::chrono::days(1))
    if (const auto dated = from.timeline.day_on(day)) tasks.insert(tasks.end(), dated->tasks.begin(), dated->tasks.end());
  return tasks;
}

namespace {

// Those of a week with a date, or those without one.
std::vector<TaskOfWeek> tasks_where(const Standpoint& from, int week, bool dated) {
  std::vector<TaskOfWeek> tasks = tasks_of_week(from.timeline.plan(), from.settings.level, week);
  std::erase_if(tasks, [&](const TaskOfWeek& each) { return from.timeline.date_of(week, each.day, each.task->id).has_value() != dated; });
  return tasks;
}

}  // namespace

std::vector<TaskOfWeek> undated_tasks(const Standpoint& from, int week) { return tasks_where(from, week, false); }

std::vector<TaskOfWeek> planned_tasks(const Standpoint& from, int week) {
  return from.timeline.week_starts(week) ? tasks_where(from, week, true)
                                         : tasks_of_week(from.timeline.plan(), from.settings.level, week);
}

std::array<int, 4> planned_minutes(const Standpoint& from, int week) {
  return area_minutes(planned_tasks(from, week), from.settings.level);
}

int planned_count(const Standpoint& from, int week, std::string_view unit) {
  int count = 0;
  for (const TaskOfWeek& each : planned_tasks(from, week))
    if (each.task->unit == unit && !each.task->optional) count += each.task->count.value_or(1);
  return count;
}

}  // namespace starling
