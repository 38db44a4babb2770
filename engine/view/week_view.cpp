#include "view/week_view.h"

#include <numeric>

#include "view/plan_facts.h"

namespace starling {

namespace {

PlanDayView::When when_is(Day date, Day today) {
  return date < today ? PlanDayView::When::Past : date == today ? PlanDayView::When::Today : PlanDayView::When::Coming;
}

PlanDayView dated_view(const Standpoint& from, Day date, const DatedDay& dated) {
  PlanDayView view{dated.day, date, dated.title, dated.rest, {}, {}, when_is(date, from.now.day)};
  if (!dated.spare) view.unlocks = day_of(from.timeline.plan(), dated.week, dated.day)->unlocks;
  for (const Task* task : dated.tasks) view.tasks.push_back(task_view(from, *task));
  return view;
}

// The days that have a date, and spare ones to which tasks were moved.
void add_dated(PlanWeekView& view, const Standpoint& from) {
  const auto last = from.timeline.week_ends(view.number);
  const bool first = view.starts == from.timeline.start();
  for (Day date = first ? from.timeline.first_date() : *view.starts; date <= *last; date += std::chrono::days(1)) {
    const auto dated = from.timeline.day_on(date);
    if (dated && (!dated->spare || !dated->tasks.empty())) view.days.push_back(dated_view(from, date, *dated));
  }
}

// What has no date, by its day; of a week that is left out every day.
void add_undated(PlanWeekView& view, const Standpoint& from) {
  const std::vector<TaskOfWeek> tasks = undated_tasks(from, view.number);
  for (int day = 1; day <= kDaysOfWeek; ++day) {
    const PlanDay& entry = *day_of(from.timeline.plan(), view.number, day);
    PlanDayView undated{day, std::nullopt, entry.title, entry.rest, entry.unlocks, {}, PlanDayView::When::Coming};
    for (const TaskOfWeek& each : tasks)
      if (each.day == day) undated.tasks.push_back(task_view(from, *each.task));
    if (!view.starts || !undated.tasks.empty()) view.days.push_back(std::move(undated));
  }
}

}  // namespace

PlanWeekView plan_week_view(const Standpoint& from, int number) {
  const Plan& plan = from.timeline.plan();
  const PhaseOfPlan* phase = phase_of(plan, number);
  const Month* month = month_entry(plan, month_of(number));
  PlanWeekView view{number,
                    from.timeline.week_starts(number),
                    phase ? phase->name : "",
                    month_of(number),
                    month ? month->theme : "",
                    week_of(plan, number),
                    {},
                    planned_minutes(from, number),
                    {}};
  for (const DayTemplate& shape : plan.templates)
    if (shape.first_week <= number && number <= shape.last_week) view.shapes.push_back(&shape);
  if (view.starts) add_dated(view, from);
  add_undated(view, from);
  return view;
}

std::vector<PlanRow> plan_rows(const Standpoint& from) {
  const Plan& plan = from.timeline.plan();
  const Position now = from.timeline.on(from.now.day);
  std::vector<PlanRow> rows;
  for (int number = 1; number <= plan.weeks; ++number) {
    const auto minutes = planned_minutes(from, number);
    rows.push_back({number, from.timeline.week_starts(number), phase_of(plan, number), week_of(plan, number)->title,
                    std::accumulate(minutes.begin(), minutes.end(), 0),
                    number == now.week && !now.before && !now.after});
  }
  return rows;
}

}  // namespace starling
