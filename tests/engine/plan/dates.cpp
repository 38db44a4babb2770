// Which day of the plan is it, and which lists and warnings belong to the dates?
#include <doctest/doctest.h>

#include <map>

#include "shipped_plan.h"

using namespace starling;
using std::chrono::days;

namespace {

Day day(std::string_view text) { return *parse_day(text); }

std::vector<std::string> lists_on(Day start, Day interview, Day date) {
  std::vector<std::string> ids;
  for (const Checklist* list : checklists_on(shipped_plan(), start, interview, date)) ids.push_back(list->id);
  return ids;
}

bool any_says(const std::vector<std::string>& warnings, std::string_view words) {
  return std::any_of(warnings.begin(), warnings.end(),
                     [&](const std::string& w) { return w.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("a plan that starts on Monday 23 November 2026 has its interview on Friday 7 May 2027") {
  CHECK(default_interview(shipped_plan(), kMonday) == day("2027-05-07"));
  CHECK(date_of(kMonday, 24, 5) == day("2027-05-07"));
  CHECK(weekday_name(day("2027-05-07")) == "friday");
}

TEST_CASE("T-30 of that interview is the Wednesday of week 20, T-7 the Friday of week 23") {
  const Day interview = default_interview(shipped_plan(), kMonday);

  const Position thirty = position(shipped_plan(), kMonday, interview - days(30));
  const Position seven = position(shipped_plan(), kMonday, interview - days(7));

  CHECK(thirty.week == 20);
  CHECK(thirty.day == 3);
  CHECK(weekday_name(interview - days(30)) == "wednesday");
  CHECK(seven.week == 23);
  CHECK(seven.day == 5);
}

TEST_CASE("by T-30 the timeline's own mocks are ten, more than the eight that its list wants") {
  int before = 0;
  for (const PlanDay& entry : shipped_plan().days)
    for (const Task& task : entry.tasks)
      if (!task.mock.empty() && task.origin.source == "seed" &&
          date_of(kMonday, entry.week, entry.day) < default_interview(shipped_plan(), kMonday) - days(30))
        ++before;
  CHECK(before == 10);
}

TEST_CASE("every date of the plan is one day of it, whatever the weekday, the leap day and the clock changes") {
  const DayRule berlin("Europe/Berlin", 4);
  const DayRule sydney("Australia/Sydney", 4);
  for (const std::string_view text : {"2026-11-23", "2026-11-26", "2027-09-01", "2027-12-31", "2028-02-28"}) {
    const Day start = day(text);
    for (int offset = 0; offset < 168; ++offset) {
      const Day date = date_of(start, offset / 7 + 1, offset % 7 + 1);
      CAPTURE(to_string(date));
      CHECK(days_between(start, date) == offset);
      for (const DayRule* rule : {&berlin, &sydney}) {
        const Day lived = rule->study_day(rule->moment(date, std::chrono::hours(6)));
        const Position at = position(shipped_plan(), start, lived);
        CHECK(at.offset == offset);
        CHECK(at.week == offset / 7 + 1);
        CHECK(at.day == offset % 7 + 1);
        CHECK_FALSE(at.before);
        CHECK_FALSE(at.after);
      }
    }
  }
}

TEST_CASE("a plan across a leap day counts it: day 100 after 23 November 2027 is 1 March 2028") {
  CHECK(date_of(day("2027-11-23"), 15, 2) == day("2028-03-01"));
  CHECK(date_of(day("2027-11-23"), 15, 1) == day("2028-02-29"));
  CHECK(date_of(day("2026-11-23"), 15, 2) == day("2027-03-02"));
}

TEST_CASE("a plan that starts on a Thursday has real weekdays: its day 1 is a Thursday") {
  const Day thursday = day("2026-11-26");

  CHECK(weekday_name(date_of(thursday, 1, 1)) == "thursday");
  CHECK(weekday_name(date_of(thursday, 1, 3)) == "saturday");
  CHECK(weekday_name(date_of(thursday, 24, 5)) == "monday");
  CHECK(position(shipped_plan(), thursday, day("2026-11-30")).day == 5);  // the first Monday
  CHECK(position(shipped_plan(), thursday, day("2026-11-30")).week == 1);
}

TEST_CASE("whatever day a plan starts on, its own interview is a Friday near the end and no mock lies in the last week") {
  for (int later = 0; later < 7; ++later) {
    const Day start = kMonday + days(later);
    const Day interview = default_interview(shipped_plan(), start);
    CAPTURE(to_string(start));
    CHECK(weekday_name(interview) == "friday");
    const int offset = days_between(start, interview);
    CHECK(offset >= 163);
    CHECK(offset <= 169);
    CHECK(interview - days(7) > date_of(start, 23, 2));
  }
}

TEST_CASE("outside the plan a date counts as its first or last day and says so") {
  const Position eve = position(shipped_plan(), kMonday, kMonday - days(1));
  CHECK(eve.before);
  CHECK_FALSE(eve.after);
  CHECK(eve.offset == -1);
  CHECK(eve.week == 1);
  CHECK(eve.day == 1);

  const Position last = position(shipped_plan(), kMonday, kMonday + days(167));
  CHECK_FALSE(last.after);
  CHECK(last.week == 24);
  CHECK(last.day == 7);

  const Position next = position(shipped_plan(), kMonday, kMonday + days(168));
  CHECK(next.after);
  CHECK(next.offset == 168);
  CHECK(next.week == 24);
  CHECK(next.day == 7);

  CHECK(position(shipped_plan(), kMonday, day("1900-01-01")).week == 1);
  CHECK(position(shipped_plan(), kMonday, day("2200-12-31")).week == 24);
}

TEST_CASE("there is nothing for a day, week, phase or month that the plan does not have") {
  const Plan& plan = shipped_plan();

  for (const auto& [week, weekday] :
       std::vector<std::pair<int, int>>{{0, 1}, {25, 1}, {1, 0}, {1, 8}, {-1, -1}, {1'000'000, 1}})
    CHECK(day_of(plan, week, weekday) == nullptr);
  for (const int week : {0, -1, 25}) {
    CHECK(week_of(plan, week) == nullptr);
    CHECK(phase_of(plan, week) == nullptr);
  }
  CHECK(month_entry(plan, 0) == nullptr);
  CHECK(month_entry(plan, 7) == nullptr);
}

TEST_CASE("month m holds the weeks 4m-3 to 4m") {
  for (int month = 1; month <= 6; ++month)
    for (int week = 4 * month - 3; week <= 4 * month; ++week) CHECK(month_of(week) == month);
  CHECK(month_of(0) == 1);
  CHECK(month_of(-5) == 1);
}

TEST_CASE("the lists before the interview follow its date, those of week 1 follow the start") {
  const Day interview = default_interview(shipped_plan(), kMonday);

  CHECK(lists_on(kMonday, interview, interview - days(30)) == std::vector<std::string>{"t-30"});
  CHECK(lists_on(kMonday, interview, interview - days(7)) == std::vector<std::string>{"t-7"});
  CHECK(lists_on(kMonday, interview, interview - days(1)) == std::vector<std::string>{"t-1"});
  CHECK(lists_on(kMonday, interview, interview) == std::vector<std::string>{"t-0"});
  CHECK(lists_on(kMonday, interview, interview - days(8)).empty());
  CHECK(lists_on(kMonday, interview, interview + days(1)).empty());

  const Day later = interview + days(25);
  CHECK(lists_on(kMonday, later, interview - days(7)).empty());
  CHECK(lists_on(kMonday, later, later - days(7)) == std::vector<std::string>{"t-7"});
  const auto first = lists_on(kMonday, later, kMonday);
  CHECK(std::find(first.begin(), first.end(), "assessment") != first.end());
}

TEST_CASE("every checklist comes up on exactly one date, also on days that carry several") {
  for (const std::string_view date_text : {"2027-05-07", "2027-06-01", "2026-11-30", "2026-11-24"}) {
    const Day interview = day(date_text);
    std::map<std::string, int> seen;
    for (Day date = kMonday - days(40); date <= kMonday + days(250); date += days(1))
      for (const std::string& id : lists_on(kMonday, interview, date)) ++seen[id];
    CAPTURE(date_text);
    CHECK(seen.size() == shipped_plan().checklists.size());
    for (const auto& [id, times] : seen) CHECK(times == 1);
  }
}

TEST_CASE("an interview on the Friday of week 24 is what the plan is made for") {
  CHECK(date_warnings(shipped_plan(), kMonday, day("2027-05-07")).empty());
}

TEST_CASE("an interview on the Tuesday of week 24 puts T-7 on the day of the last mock") {
  const auto warnings = date_warnings(shipped_plan(), kMonday, day("2027-05-04"));

  REQUIRE(warnings.size() == 1);
  CHECK(any_says(warnings, "1 mock of the plan falls on or after T-7, Tue 27 Apr 2027"));
  CHECK(date_warnings(shipped_plan(), kMonday, day("2027-05-05")).empty());
}

TEST_CASE("every interview up to the Tuesday of week 24 has a warning, none from then to the plan's last day") {
  for (int offset = 0; offset < 168; ++offset) {
    const Day interview = kMonday + days(offset);
    CAPTURE(to_string(interview));
    const auto warnings = date_warnings(shipped_plan(), kMonday, interview);
    CHECK(any_says(warnings, "T-7") == (interview <= day("2027-05-04")));
    CHECK(any_says(warnings, "before week 20") == (interview < date_of(kMonday, 20, 1)));
    CHECK(warnings.empty() == (interview > day("2027-05-04")));
  }
}

TEST_CASE("an interview before the start, or after the plan's end, is said with the days between") {
  const auto early = date_warnings(shipped_plan(), kMonday, kMonday - days(3));
  REQUIRE(early.size() == 1);
  CHECK(any_says(early, "3 days before the plan starts, Mon 23 Nov 2026"));

  const auto next_day = date_warnings(shipped_plan(), kMonday, kMonday + days(168));
  REQUIRE(next_day.size() == 1);
  CHECK(any_says(next_day, "1 day after the plan's last day"));

  const auto late = date_warnings(shipped_plan(), kMonday, kMonday + days(179));
  REQUIRE(late.size() == 1);
  CHECK(any_says(late, "12 days after the plan's last day"));
}
