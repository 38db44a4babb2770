#include "view/coverage_view.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace starling {

CoverageView coverage_view(const Standpoint& from) {
  const Day today = from.now.day;
  const Plan& plan = from.timeline.plan();
  const int week = from.timeline.on(today).week;
  return {today, from.settings.level,
          story_coverage(from.library.stories(), from.states, from.model, today, from.timeline.interview(),
                         {week, cooling_from(plan), story_goal(plan, month_of(week))}),
          "stories"};
}

namespace {

int week_of_task(const Plan& plan, std::string_view id) {
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks)
      if (task.id == id) return day.week;
  return plan.weeks;
}

CoverageAim aim_of(const Plan& plan, int week) {
  CoverageAim aim{week, static_cast<int>(std::lround(asked_by_week(plan, "stories", week))), {}};
  for (const StorySlot& slot : story_slots(plan))
    if (!slot.again && week_of_task(plan, slot.task) <= week) aim.wanted[slot.principle] += slot.stories;
  return aim;
}

}  // namespace

namespace {

// Gaps before what is thin; of each principle the best win that no earlier one took.
std::vector<WinForGap> wins_for_gaps(const Standpoint& from, const Coverage& coverage) {
  std::vector<WinForGap> found;
  const std::vector<Win> wins = wins_of(from.progress, from.library.stories());
  if (wins.empty()) return found;
  const auto taken = [&](const Win& win) { return std::ranges::any_of(found, [&](const WinForGap& each) { return each.win.number == win.number; }); };
  for (const CoverageStatus status : {CoverageStatus::Gap, CoverageStatus::Thin})
    for (const PrincipleCoverage& row : coverage.principles) {
      if (row.status != status) continue;
      for (Win& win : wins_for(row.principle, wins)) {
        if (taken(win)) continue;
        found.push_back({row.principle, std::move(win)});
        break;
      }
    }
  return found;
}

}  // namespace

CoverageReport coverage_report(const Standpoint& from, const CoverageWish& wish) {
  CoverageReport report{coverage_view(from), {}, {}, {}};
  report.wins = wins_for_gaps(from, report.view.coverage);
  if (wish.level) report.view.level = *wish.level;
  report.facts = bank_facts(from.library.stories(), from.states,
                            {report.view.level, from.settings.role != "ic", from.now.day, &from.library.core()});
  if (wish.week) report.aim = aim_of(from.timeline.plan(), *wish.week);
  return report;
}

CoverageView planned_coverage_view(const Standpoint& from, std::optional<std::string_view> source) {
  const Plan& plan = from.timeline.plan();
  std::vector<PlannedSlot> slots;
  for (const StorySlot& slot : story_slots(plan))
    if (!source || slot.source == *source) slots.push_back({slot.principle, slot.stories, slot.again});
  return {from.now.day, from.settings.level, planned_coverage(slots, story_goal(plan, month_of(plan.weeks))), "plan"};
}

}  // namespace starling
