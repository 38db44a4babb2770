#include <fmt/format.h>

#include <algorithm>

#include "plan/record.h"

namespace starling {

namespace {

constexpr int kLastMockDays = 7;   // T-7 wants the final mock behind the learner (S64)
constexpr int kReadyDays = 30;     // T-30 looks back on the mocks and their feedback (S63)

std::string plural(int n, std::string_view word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); }

// Offsets of the days with a mock, one for each mock, in order.
std::vector<int> mock_offsets(const Plan& plan) {
  std::vector<int> offsets;
  for (std::size_t i = 0; i < plan.days.size(); ++i)
    for (const Task& task : plan.days[i].tasks)
      if (!task.mock.empty()) offsets.push_back(static_cast<int>(i));
  return offsets;
}

std::optional<std::string> mock_warning(const Plan& plan, Day start, Day interview) {
  const std::vector<int> mocks = mock_offsets(plan);
  const Day limit = interview - std::chrono::days(kLastMockDays);
  const auto late = std::lower_bound(mocks.begin(), mocks.end(), days_between(start, limit));
  if (late == mocks.end()) return std::nullopt;
  return fmt::format(
      "{} of the plan {} on or after T-{}, {}; the last is on {}. The checklist of that day wants the final mock "
      "done: move the mocks or the interview.",
      plural(static_cast<int>(mocks.end() - late), "mock"), mocks.end() - late == 1 ? "falls" : "fall",
      kLastMockDays, long_date(limit), long_date(start + std::chrono::days(mocks.back())));
}

// The week in which T-30 falls when the plan is kept; before it too little of the plan is done.
int earliest_week(const Plan& plan) {
  return std::max(0, plan.interview_day - 1 - kReadyDays) / kDaysOfWeek + 1;
}

}  // namespace

std::vector<std::string> date_warnings(const Plan& plan, Day start, Day interview) {
  const Position at = position(plan, start, interview);
  if (at.before)
    return {fmt::format("The interview, {}, is {} before the plan starts, {}.", long_date(interview),
                        plural(-at.offset, "day"), long_date(start))};
  std::vector<std::string> warnings;
  if (at.after)
    warnings.push_back(fmt::format("The interview, {}, is {} after the plan's last day: that is slack to use.",
                                   long_date(interview),
                                   plural(at.offset - plan.weeks * kDaysOfWeek + 1, "day")));
  if (!at.after && at.week < earliest_week(plan))
    warnings.push_back(fmt::format("The interview, {}, is in week {} of {}, before week {}: {} of the plan would "
                                   "come after it.",
                                   long_date(interview), at.week, plan.weeks, earliest_week(plan),
                                   plural(plan.weeks - at.week, "week")));
  if (auto warning = mock_warning(plan, start, interview)) warnings.push_back(std::move(*warning));
  return warnings;
}

}  // namespace starling
