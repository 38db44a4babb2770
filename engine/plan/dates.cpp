#include "plan/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "item/item.h"

namespace starling {

namespace {

constexpr int kLastMockDays = 7;   // T-7 wants the final mock behind the learner (S64)
constexpr int kReadyDays = 30;     // T-30 looks back on the mocks and their feedback (S63)

std::string plural(int n, std::string_view word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); }

// The dates of the mocks, one for each, in order.
std::vector<Day> mock_dates(const Timeline& timeline) {
  std::vector<Day> dates;
  for (const PlanDay& day : timeline.plan().days)
    for (const Task& task : day.tasks)
      if (!task.mock.empty()) dates.push_back(timeline.date_of(day.week, day.day));
  return dates;
}

std::optional<std::string> mock_warning(const Timeline& timeline) {
  const std::vector<Day> mocks = mock_dates(timeline);
  const Day limit = timeline.interview() - std::chrono::days(kLastMockDays);
  const auto late = std::lower_bound(mocks.begin(), mocks.end(), limit);
  if (late == mocks.end()) return std::nullopt;
  return fmt::format(
      "{} of the plan {} on or after T-{}, {}; the last is on {}. The checklist of that day wants the final mock "
      "done: move the mocks or the interview.",
      plural(static_cast<int>(mocks.end() - late), "mock"), mocks.end() - late == 1 ? "falls" : "fall",
      kLastMockDays, long_date(limit), long_date(mocks.back()));
}

// The week in which T-30 falls when the plan is kept; before it too little of the plan is done.
int earliest_week(const Plan& plan) { return week_and_day(std::max(0, plan.interview_day - 1 - kReadyDays)).week; }

}  // namespace

std::vector<std::string> date_warnings(const Timeline& timeline) {
  const Plan& plan = timeline.plan();
  const Day interview = timeline.interview();
  const Position at = timeline.on(interview);
  if (at.before)
    return {fmt::format("The interview, {}, is {} before the plan starts, {}.", long_date(interview),
                        plural(days_between(interview, timeline.start()), "day"), long_date(timeline.start()))};
  std::vector<std::string> warnings;
  if (at.after)
    warnings.push_back(fmt::format("The interview, {}, is {} after the plan's last day, to spare.",
                                   long_date(interview),
                                   plural(days_between(timeline.week_ends(plan.weeks), interview), "day")));
  if (!at.after && at.week < earliest_week(plan))
    warnings.push_back(fmt::format("The interview, {}, is in week {} of {}, before week {}: {} of the plan would "
                                   "come after it.",
                                   long_date(interview), at.week, plan.weeks, earliest_week(plan),
                                   plural(plan.weeks - at.week, "week")));
  if (auto warning = mock_warning(timeline)) warnings.push_back(std::move(*warning));
  return warnings;
}

}  // namespace starling
