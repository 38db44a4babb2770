#include "view/week_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "view/plan_facts.h"
#include "view/weak_view.h"

namespace starling {

namespace {

std::optional<double> metric_target(const Plan& plan, const std::string& id, int week) {
  for (const Metric& metric : plan.metrics)
    if (metric.id == id) return target_in_week(metric, week);
  return std::nullopt;
}

std::vector<std::string> goals_of(const PlanProgress& progress, int week) {
  const auto goals = progress.goals.find(week);
  return goals == progress.goals.end() ? std::vector<std::string>() : goals->second;
}

void add_tracker(WeekReport& report, const Standpoint& from, std::span<const Deed> of_week) {
  const Plan& plan = from.timeline.plan();
  report.problems = problems_solved(from.progress, practice_texts(from), report.first, report.last);
  report.problems_target = planned_count(from, report.number, "problems");
  for (std::size_t i = 0; i < kProblemSizes.size(); ++i)
    report.size_targets[i] = metric_target(plan, std::string(to_string(kProblemSizes[i])) + "-minutes", report.number);
  report.designs = designs_done(from.progress, report.first, report.last);
  report.designs_target = planned_count(from, report.number, "designs");
  report.design_target = metric_target(plan, "design-minutes", report.number);
  report.stories = stories_told(of_week, first_days_of(from.states), from.library.stories(), report.first, report.last);
  report.mocks = mocks_held(from.progress, report.first, report.last);
  report.mocks_target = planned_count(from, report.number, "mocks");
  report.own_goals = goals_of(from.progress, report.number);
  report.next_goals = goals_of(from.progress, report.number + 1);
  report.last_week = report.number >= plan.weeks;
}

void add_time(WeekReport& report, const Standpoint& from, const PastDays& past, std::span<const Deed> of_week) {
  const Plan& plan = from.timeline.plan();
  const std::string& level = from.settings.level;
  const Day start = from.timeline.start();
  const Day until = std::min(report.last, from.now.day);
  report.time = practised_time(past.of_plan, plan, level, report.first, report.last);
  report.time += answered_time(answer_times(of_week, report.first, report.last), answer_areas(from));
  report.time_so_far = practised_time(past.of_plan, plan, level, start, until);
  report.time_so_far += answered_time(past.times(start, until), answer_areas(from));
  const double weeks = std::clamp((days_between(start, until) + 1) / static_cast<double>(kDaysOfWeek), 0.0, 1.0 * plan.weeks);
  for (const Area area : kAreas)
    report.allocated_so_far[static_cast<std::size_t>(area)] = weekly_hours(plan, level, area) * 60 * weeks;
}

void add_advice(WeekReport& report, const Standpoint& from, const PastDays& past) {
  const Plan& plan = from.timeline.plan();
  const auto give = [&](std::string_view when, std::string because, std::vector<const Advice*> list) {
    if (!list.empty()) report.advice.push_back({std::string(when), std::move(because), std::move(list)});
  };
  const Pace pace = pace_before(from, from.now.day, from.progress, past);
  if (pace.behind())
    give("behind", fmt::format("Of the last {} days' tasks {:.0f} % are done, by their minutes.", pace.days, 100 * pace.share()),
         advice_for(plan, "behind"));
  if (pace.ahead())
    give("ahead", fmt::format("All tasks of the last {} days are done, and {:.0f} % more time went in.", pace.days,
                              100 * (pace.minutes / pace.planned - 1)),
         advice_for(plan, "ahead"));
  const WeakView weak = weak_view(from);
  if (!weak.advice.empty())
    give("struggling", fmt::format("{} is furthest from its target.", weak.gaps.ranked.front().metric->title), weak.advice);
}

}  // namespace

int WeekReport::planned_minutes() const { return std::accumulate(planned.begin(), planned.end(), 0); }

WeekReport week_report(const Standpoint& from, int number, const PastDays& past) {
  const Plan& plan = from.timeline.plan();
  WeekReport report;
  report.number = number;
  report.first = first_date_of(from, number);
  report.last = last_date_of(from, number);
  for (int day = 1; day <= kDaysOfWeek; ++day) {
    const PlanDayKind kind = day_of(plan, number, day)->kind;
    report.has_loops = report.has_loops || kind == PlanDayKind::Loop || kind == PlanDayKind::Sprint;
  }
  report.left_out = !from.timeline.week_starts(number);
  report.week = week_of(plan, number);
  const std::vector<Deed> of_week = past.between(report.first, report.last);
  report.done = done_between(of_week, first_days_of(from.states), report.first, report.last);
  const std::vector<const Task*> tasks = tasks_between(from, report.first, report.last);
  report.tasks = static_cast<int>(tasks.size());
  report.tasks_done = static_cast<int>(std::ranges::count_if(tasks, [&](const Task* task) { return !is_open(from.progress, *task); }));
  report.planned = planned_minutes(from, number);
  report.hours_per_week = hours_a_week(from.settings, plan);
  const auto level = std::ranges::find(plan.levels, from.settings.level, &LevelHours::id);
  if (level != plan.levels.end()) report.level = &*level;
  report.breaks = breaks_between(from.settings, report.first, report.last);
  for (const Metric& metric : plan.metrics)
    if (const auto target = target_in_week(metric, number)) report.metrics.push_back({&metric, *target});
  add_tracker(report, from, of_week);
  add_time(report, from, past, of_week);
  const bool can_be_followed = from.timeline.days_left(from.now.day) > 1;
  if (can_be_followed && report.first <= from.now.day && from.now.day <= report.last) add_advice(report, from, past);
  return report;
}

Pace pace_before(const Standpoint& from, Day day, const PlanProgress& progress, const PastDays& past) {
  const Day first = day - std::chrono::days(kPaceDays);
  const Day last = day - std::chrono::days(1);
  AreaTime time = practised_time(past.of_plan, from.timeline.plan(), from.settings.level, first, last);
  time += answered_time(past.times(first, last), answer_areas(from));
  return pace_of(plan_days_between(from, first, last), progress, from.settings.level, time.sum());
}

}  // namespace starling
