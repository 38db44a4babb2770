#include "plan/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "plan/record.h"

#include "item/item.h"

namespace starling {

namespace {

constexpr int kLastMockDays = 7;    // T-7 wants the final mock behind the learner (S64)
constexpr int kShortNoticeDays = 21;

std::string plural(int n, std::string_view word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); }

std::vector<int> kept_weeks(const LaidWeeks& laid) {
  std::vector<int> kept;
  for (const LaidWeek& week : laid.weeks)
    if (week.number > 0) kept.push_back(week.number);
  return kept;
}

std::optional<std::string> short_notice(const Timeline& timeline) {
  const int days = days_between(timeline.start(), timeline.interview());
  if (days >= kShortNoticeDays) return std::nullopt;
  return fmt::format("The interview, {}, is {} after the start: of the plan's {} weeks there is time for {}.",
                     long_date(timeline.interview()), plural(days, "day"), timeline.plan().weeks,
                     weeks_in_words(kept_weeks(timeline.weeks())));
}

std::optional<std::string> weeks_left_out(const Timeline& timeline) {
  const LaidWeeks& laid = timeline.weeks();
  if (laid.left_out.empty()) return std::nullopt;
  const auto there = kept_weeks(laid).size();
  return fmt::format("{} there, the plan has {}: {} {} left out.", there == 1 ? "1 week is" : fmt::format("{} weeks are", there),
                     timeline.plan().weeks, weeks_in_words(laid.left_out), laid.left_out.size() == 1 ? "is" : "are");
}

std::optional<std::string> spare_weeks(const Timeline& timeline) {
  const auto spare = std::ranges::count(timeline.weeks().weeks, 0, &LaidWeek::number) - timeline.weeks().lost;
  if (spare == 0) return std::nullopt;
  return fmt::format("The interview, {}, is later than the plan needs: {} {} between its weeks.",
                     long_date(timeline.interview()), plural(static_cast<int>(spare), "spare week"),
                     spare == 1 ? "lies" : "lie");
}

bool is_own(const Task& task) { return task.id.starts_with(kOwnTask); }

// The dates of the mocks from `today` on, one for each, in order.
std::vector<Day> mock_dates(const Timeline& timeline, Day today) {
  std::vector<Day> dates;
  for (const PlanDay& day : timeline.plan().days)
    for (const Task& task : day.tasks)
      if (!task.mock.empty() && is_for(task, timeline.learner().level))
        if (const auto date = timeline.date_of(day.week, day.day, task.id); date && *date >= today) dates.push_back(*date);
  std::ranges::sort(dates);
  return dates;
}

std::optional<std::string> mock_warning(const Timeline& timeline, Day today) {
  const std::vector<Day> mocks = mock_dates(timeline, today);
  const Day limit = timeline.interview() - std::chrono::days(kLastMockDays);
  const auto late = std::lower_bound(mocks.begin(), mocks.end(), limit);
  if (late == mocks.end()) return std::nullopt;
  return fmt::format(
      "{} of the plan {} on or after T-{}, {}; the last is on {}. The checklist of that day wants the final mock "
      "done: move the mocks or the interview.",
      plural(static_cast<int>(mocks.end() - late), "mock"), mocks.end() - late == 1 ? "falls" : "fall",
      kLastMockDays, long_date(limit), long_date(mocks.back()));
}

}  // namespace

std::vector<ChangeTooLate> changes_too_late(const Timeline& timeline) {
  std::vector<ChangeTooLate> late;
  const auto say = [&](const std::string& task, Day to, std::string_view what) {
    if (to >= timeline.interview())
      late.push_back({task, fmt::format("plan.toml puts {} on {}, which is not before the interview, {}: {}.", task,
                                        short_date(to), short_date(timeline.interview()), what)});
  };
  for (const MovedByHand& each : timeline.learner().changes.moved) say(each.task, each.to, "it stays where the plan has it");
  for (const AddedTask& each : timeline.learner().changes.added) say(each.task.id, each.on, "it has no date");
  return late;
}

std::vector<std::string> tasks_left_out(const Timeline& timeline) {
  const int last = interview_week(timeline.plan());
  int of_last = 0;
  int of_first = 0;
  int of_days_off = 0;
  for (const PlanDay& day : timeline.plan().days) {
    if (!timeline.week_starts(day.week)) continue;
    for (const Task& task : day.tasks)
      if (is_for(task, timeline.learner().level) && !timeline.date_of(day.week, day.day, task.id) && !is_own(task))
        ++(timeline.date_of(day.week, day.day) ? of_days_off : day.week == last ? of_last : of_first);
  }
  std::vector<std::string> sentences;
  if (of_first > 0)
    sentences.push_back(fmt::format("{} of the first week {} no room and {} left out.", plural(of_first, "task"),
                                    of_first == 1 ? "has" : "have", of_first == 1 ? "is" : "are"));
  if (of_last > 0)
    sentences.push_back(fmt::format("{} of week {} {} no day before the interview and {} left out.",
                                    plural(of_last, "task"), last, of_last == 1 ? "has" : "have",
                                    of_last == 1 ? "is" : "are"));
  if (of_days_off > 0)
    sentences.push_back(of_days_off == 1
                            ? "1 task of days off has no room in its part of another day of the week, rest days aside, and is left out."
                            : fmt::format("{} tasks of days off have no room in their part of another day of the week, rest days aside, and are left out.", of_days_off));
  return sentences;
}

std::string weeks_in_words(std::span<const int> weeks) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < weeks.size();) {
    std::size_t last = i;
    while (last + 1 < weeks.size() && weeks[last + 1] == weeks[last] + 1) ++last;
    if (last == i + 1) last = i;
    parts.push_back(last == i ? fmt::format("{}", weeks[i]) : fmt::format("{} to {}", weeks[i], weeks[last]));
    i = last + 1;
  }
  std::string text = weeks.size() == 1 ? "week " : "weeks ";
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

std::vector<std::string> date_warnings(const Timeline& timeline, Day today) {
  const Day interview = timeline.interview();
  if (interview < timeline.start())
    return {fmt::format("The interview, {}, is {} before the plan starts, {}.", long_date(interview),
                        plural(days_between(interview, timeline.start()), "day"), long_date(timeline.start()))};
  std::vector<std::string> warnings;
  const auto add = [&](std::optional<std::string> warning) {
    if (warning) warnings.push_back(std::move(*warning));
    return warning.has_value();
  };
  if (!add(short_notice(timeline))) add(weeks_left_out(timeline));
  if (timeline.weeks().left_out.empty()) add(spare_weeks(timeline));
  for (std::string& sentence : tasks_left_out(timeline)) warnings.push_back(std::move(sentence));
  add(mock_warning(timeline, today));
  for (ChangeTooLate& late : changes_too_late(timeline)) warnings.push_back(std::move(late.sentence));
  return warnings;
}

}  // namespace starling
