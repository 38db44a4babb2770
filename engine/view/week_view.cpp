#include "view/week_view.h"

#include <numeric>

namespace starling {

PlanWeekView plan_week_view(const Standpoint& from, int number) {
  const Plan& plan = *from.library.plan();
  const PhaseOfPlan* phase = phase_of(plan, number);
  const Month* month = month_entry(plan, month_of(number));
  PlanWeekView view{number,
                    from.timeline.week_starts(number),
                    phase ? phase->name : "",
                    month_of(number),
                    month ? month->theme : "",
                    week_of(plan, number),
                    {},
                    area_minutes(plan, from.settings.level, number)};
  for (int day = 1; day <= 7; ++day) {
    PlanDayView& of_day = view.days.emplace_back();
    of_day.day = day;
    of_day.date = from.timeline.date_of(number, day);
    of_day.entry = day_of(plan, number, day);
    of_day.when = of_day.date < from.now.day    ? PlanDayView::When::Past
                  : of_day.date == from.now.day ? PlanDayView::When::Today
                                                : PlanDayView::When::Coming;
    for (const Task& task : of_day.entry->tasks) of_day.tasks.push_back(task_view(from, task));
  }
  return view;
}

std::vector<PlanRow> plan_rows(const Standpoint& from) {
  const Plan& plan = *from.library.plan();
  const Position now = from.timeline.on(from.now.day);
  std::vector<PlanRow> rows;
  for (int number = 1; number <= plan.weeks; ++number) {
    const auto minutes = area_minutes(plan, from.settings.level, number);
    rows.push_back({number, from.timeline.week_starts(number), phase_of(plan, number), week_of(plan, number)->title,
                    std::accumulate(minutes.begin(), minutes.end(), 0),
                    number == now.week && !now.before && !now.after});
  }
  return rows;
}

int WeekReport::planned_minutes() const { return std::accumulate(planned.begin(), planned.end(), 0); }

WeekReport week_report(const Standpoint& from, int number, std::span<const Deed> standing) {
  const Plan& plan = *from.library.plan();
  WeekReport report;
  report.number = number;
  report.first = from.timeline.week_starts(number);
  report.last = from.timeline.week_ends(number);
  report.week = week_of(plan, number);
  report.done = done_between(standing, report.first, report.last);
  report.planned = area_minutes(plan, from.settings.level, number);
  report.hours_per_week = hours_per_week(from.settings);
  report.breaks = breaks_between(from.settings, report.first, report.last);
  for (const Metric& metric : plan.metrics)
    if (const auto target = target_in_week(metric, number)) report.metrics.push_back({&metric, *target});
  return report;
}

}  // namespace starling
