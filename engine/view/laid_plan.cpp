#include "view/laid_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "practice/practice.h"

namespace starling {

Timeline laid_timeline(const Plan& plan, const Settings& settings, const PlanChanges& changes, Day first_day) {
  return Timeline(plan, {settings.start, settings.interview}, first_day,
                  {settings.level, settings.slot_minutes, [&](Day day) { return is_day_off(settings, day); }, changes,
                   [&](Day day) { return is_rest_day(settings, day); }});
}

bool rests_on(const Settings& settings, const Timeline& timeline, Day day) {
  return is_rest_day(settings, day) || timeline.rests(day);
}

DayFrame day_frame(const Settings& settings, const Timeline& timeline, const Moment& moment) {
  DayFrame day;
  day.now = moment;
  const Position at = timeline.on(day.now.day);
  day.plan_day = at.offset;
  day.plan_week = at.week;
  day.cooling_from = cooling_from(timeline.plan());
  day.level = settings.level;
  day.days_left = timeline.days_left(day.now.day);
  day.nearest_interview = nearest_interview(settings);
  const auto left = days_for_reviews(day.days_left, day.nearest_interview);
  day.nothing_new_days = nothing_new_days(days_between(timeline.start(), timeline.interview()));
  day.asking = asking_on(is_day_off(settings, day.now.day), rests_on(settings, timeline, day.now.day), left, day.nothing_new_days);
  day.nothing_new = why_nothing_new(left, day.nothing_new_days);
  day.minutes = settings.minutes_per_day;
  day.new_per_day = settings.new_per_day;
  day.reviews_per_day = settings.reviews_per_day;
  day.order = settings.order;
  day.policy = waits_for_date(settings) ? StudyPolicy::HalfLeft : settings.policy;
  day.thoroughness = settings.thoroughness;
  day.off = [&settings](Day other) { return is_day_off(settings, other); };
  return day;
}

std::vector<ItemId> practice_on(const Timeline& timeline, Day date) {
  std::vector<ItemId> items;
  const auto day = timeline.day_on(date);
  if (!day) return items;
  const auto add = [&](std::string_view group, const std::string& id) {
    if (const auto item = ItemId::parse(fmt::format("{}/{}", group, id))) items.push_back(*item);
  };
  for (const Task* task : day->tasks) {
    if (task->optional) continue;
    for (const std::string& problem : task->problems) add(kProblemGroup, problem);
    if (!task->exercise.empty()) add(kExerciseGroup, task->exercise);
  }
  return items;
}

std::vector<DayFrame> day_frames(const Settings& settings, const Timeline& timeline, const DayRule& rule,
                                 const Moment& now, int days) {
  std::vector<DayFrame> frames{day_frame(settings, timeline, now)};
  for (int ago = kPractiseDays; ago > 0; --ago)
    std::ranges::copy(practice_on(timeline, now.day - std::chrono::days(ago)), std::back_inserter(frames.front().planned_lately));
  while (std::ssize(frames) < days) {
    const Day day = now.day + std::chrono::days(frames.size());
    frames.push_back(day_frame(settings, timeline, {rule.moment(day, std::chrono::hours(12)), day}));
    frames.back().practised = practice_on(timeline, day);
  }
  return frames;
}

}  // namespace starling
