// Which day of the plan is it, and which lists belong to the date?
#include <doctest/doctest.h>

#include <map>

#include "shipped_plan.h"

using namespace starling;
using std::chrono::days;

namespace {

Day day(std::string_view text) { return *parse_day(text); }

std::vector<std::string> lists_on(Day start, Day interview, Day date) {
  std::vector<std::string> ids;
  for (const Checklist* list : timeline(start, interview).checklists_on(date)) ids.push_back(list->id);
  return ids;
}

}  // namespace

TEST_CASE("a plan that starts on Monday 23 November 2026 has its interview on Friday 7 May 2027") {
  CHECK(default_interview(shipped_plan(), kMonday) == day("2027-05-07"));
  CHECK(timeline(kMonday).date_of(24, 5) == day("2027-05-07"));
  CHECK(weekday_name(day("2027-05-07")) == "friday");
}

TEST_CASE("T-30 of that interview is the Wednesday of week 20, T-7 the Friday of week 23") {
  const Day interview = default_interview(shipped_plan(), kMonday);

  const Position thirty = timeline(kMonday).on(interview - days(30));
  const Position seven = timeline(kMonday).on(interview - days(7));

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
          timeline(kMonday).date_of(entry.week, entry.day) < default_interview(shipped_plan(), kMonday) - days(30))
        ++before;
  CHECK(before == 10);
}

TEST_CASE("every date of a plan that begins on a Monday is one day of it, whatever the leap day and the clock changes") {
  const DayRule berlin("Europe/Berlin", 4);
  const DayRule sydney("Australia/Sydney", 4);
  for (const std::string_view text : {"2026-11-23", "2027-08-30", "2027-12-27", "2028-02-28"}) {
    const Day start = day(text);
    for (int offset = 0; offset < 168; ++offset) {
      const Day date = timeline(start).date_of(offset / 7 + 1, offset % 7 + 1).value();
      CAPTURE(to_string(date));
      CHECK(days_between(start, date) == offset);
      for (const DayRule* rule : {&berlin, &sydney}) {
        const Day lived = rule->study_day(rule->moment(date, std::chrono::hours(6)));
        const Position at = timeline(start).on(lived);
        CHECK(at.offset == offset);
        CHECK(at.week == offset / 7 + 1);
        CHECK(at.day == offset % 7 + 1);
        CHECK_FALSE(at.before);
        CHECK_FALSE(at.after);
      }
    }
  }
}

TEST_CASE("a plan across a leap day counts it: day 100 after 22 November 2027 is 1 March 2028") {
  CHECK(timeline(day("2027-11-22")).date_of(15, 3) == day("2028-03-01"));
  CHECK(timeline(day("2027-11-22")).date_of(15, 2) == day("2028-02-29"));
  CHECK(timeline(day("2026-11-23")).date_of(15, 2) == day("2027-03-02"));
}

TEST_CASE("a plan that starts on a Thursday is led into: two days of week 1, the other three in the first whole week") {
  const Timeline when = timeline(day("2026-11-26"));

  CHECK(when.date_of(1, 1) == day("2026-11-26"));
  CHECK(when.date_of(1, 2) == day("2026-11-27"));
  CHECK(when.on(day("2026-11-28")).spare);
  CHECK(when.on(day("2026-11-29")).spare);
  CHECK(when.date_of(1, 3) == day("2026-11-30"));
  CHECK(when.date_of(1, 5) == day("2026-12-02"));
  CHECK(when.on(day("2026-12-03")).spare);
  CHECK(when.on(day("2026-12-03")).offset == plan_day(1, 5));
  CHECK(when.date_of(1, 6) == day("2026-12-05"));
  CHECK(when.date_of(2, 1) == day("2026-12-07"));
  CHECK(when.interview() == day("2027-05-14"));
}

TEST_CASE("whatever day a plan starts on, its own interview is a Friday, nothing is left out and no mock lies in the last week") {
  for (int later = 0; later < 7; ++later) {
    const Day start = kMonday + days(later);
    const Timeline when = timeline(start);
    CAPTURE(to_string(start));
    CHECK(weekday_name(when.interview()) == "friday");
    CHECK(when.interview() == day(later == 0 ? "2027-05-07" : "2027-05-14"));
    CHECK(when.left_out().tasks.empty());
    CHECK(when.left_out().weeks.empty());
    CHECK(when.interview() - days(7) > *when.date_of(23, 2));
    CHECK(date_warnings(when).empty());
  }
}

TEST_CASE("outside the plan a date counts as its first or last day and says so") {
  const Position eve = timeline(kMonday).on(kMonday - days(1));
  CHECK(eve.before);
  CHECK_FALSE(eve.after);
  CHECK(eve.offset == -1);
  CHECK(eve.week == 1);
  CHECK(eve.day == 7);  // a Sunday

  const Position last = timeline(kMonday).on(kMonday + days(167));
  CHECK_FALSE(last.after);
  CHECK(last.week == 24);
  CHECK(last.day == 7);

  const Position next = timeline(kMonday).on(kMonday + days(168));
  CHECK(next.after);
  CHECK(next.offset == 168);
  CHECK(next.week == 24);
  CHECK(next.day == 1);

  CHECK(timeline(kMonday).on(day("1900-01-01")).week == 1);
  CHECK(timeline(kMonday).on(day("2200-12-31")).week == 24);
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
  for (const std::string_view date_text : {"2027-05-07", "2027-06-01", "2027-01-12", "2026-12-11"}) {
    const Day interview = day(date_text);
    std::map<std::string, int> seen;
    for (Day date = kMonday - days(40); date <= kMonday + days(250); date += days(1))
      for (const std::string& id : lists_on(kMonday, interview, date)) ++seen[id];
    CAPTURE(date_text);
    CHECK(seen.size() == shipped_plan().checklists.size());
    for (const auto& [id, times] : seen) CHECK(times == 1);
  }
}

TEST_CASE("where the plan lies is said by the settings, else by the interview, else by the first day") {
  struct Case {
    std::string_view why;
    PlanDates settings;
    std::string_view start, interview;
  };
  const Day answered = day("2026-12-01");
  const Day start = day("2026-11-23"), interview = day("2027-06-04");
  const std::vector<Case> cases{
      {"nothing is said", {}, "2026-12-01", "2027-05-21"},
      {"a start", {start, {}}, "2026-11-23", "2027-05-07"},
      {"an interview: the plan ends with it", {{}, interview}, "2026-12-21", "2027-06-04"},
      {"both", {start, interview}, "2026-11-23", "2027-06-04"},
  };
  for (const Case& c : cases) {
    const Timeline when(shipped_plan(), c.settings, answered);
    CAPTURE(c.why);
    CHECK(to_string(when.start()) == c.start);
    CHECK(to_string(when.interview()) == c.interview);
  }
}

TEST_CASE("the days left fall to nothing on the interview day and below it afterwards") {
  const Timeline when = timeline(kMonday, day("2027-05-07"));
  CHECK(when.days_left(kMonday) == 165);
  CHECK(when.days_left(day("2027-05-07")) == 0);
  CHECK(when.days_left(day("2027-05-10")) == -3);
}

TEST_CASE("a week begins where the one before has ended, and what is spare behind it is its own") {
  for (const std::string_view interview : {"2027-05-14", "2027-07-06", "2027-03-01"}) {
    const Timeline when = timeline(day("2026-11-26"), day(interview));
    CAPTURE(interview);
    Day next = when.start();
    for (int week = 1; week <= 24; ++week) {
      const auto starts = when.week_starts(week);
      CHECK(starts.has_value() == when.week_ends(week).has_value());
      if (!starts) continue;
      CHECK(*starts == next);
      for (Day date = *starts; date <= *when.week_ends(week); date += days(1)) CHECK(when.on(date).week == week);
      next = *when.week_ends(week) + days(1);
    }
    CHECK(next == when.end() + days(1));
  }
  CHECK_FALSE(timeline(kMonday).week_starts(0));
  CHECK_FALSE(timeline(kMonday).week_ends(25));
}

TEST_CASE("the recent weeks end with the one that holds the day, wherever the day lies") {
  for (const int offset : {-30, -8, -7, -1, 0, 6, 7, 100, 167, 168, 300}) {
    const Timeline when = timeline(kMonday);
    const Day today = kMonday + days(offset);
    const std::vector<Day> weeks = when.recent_weeks(today, 8);
    CAPTURE(offset);
    REQUIRE(weeks.size() == 8);
    CHECK(weeks.back() <= today);
    CHECK(today < weeks.back() + days(7));
    CHECK(weekday_name(weeks.back()) == "monday");
    for (std::size_t i = 1; i < weeks.size(); ++i) CHECK(weeks[i - 1] + days(7) == weeks[i]);
  }
  CHECK(timeline(kMonday).recent_weeks(kMonday, 0).empty());
}

TEST_CASE("the plan rests on its own days of rest, and on none outside it") {
  const Timeline when = timeline(kMonday);
  int rests = 0;
  for (const PlanDay& entry : shipped_plan().days) {
    const Day date = when.date_of(entry.week, entry.day).value();
    CHECK(when.rests(date) == entry.rest);
    CHECK(when.day_on(date)->title == entry.title);
    CHECK(when.day_on(date)->rest == entry.rest);
    rests += entry.rest ? 1 : 0;
  }
  CHECK(rests > 0);
  for (const Day date : {kMonday - days(1), kMonday + days(168)}) {
    CHECK_FALSE(when.rests(date));
    CHECK_FALSE(when.day_on(date));
  }
}

TEST_CASE("a deck opens on the day that names it") {
  const Timeline when = timeline(kMonday);
  for (const PlanDay& entry : shipped_plan().days)
    for (const std::string& deck : entry.unlocks) {
      CHECK(when.unlocked(deck) == plan_day(entry.week, entry.day));
      CHECK(when.opens_on(*when.unlocked(deck)) == when.date_of(entry.week, entry.day));
    }
  CHECK_FALSE(when.unlocked("lp-punctuality").has_value());
}

TEST_CASE("a deck of a day that is left out opens with the next day that is kept") {
  const Timeline when = timeline(kMonday, day("2027-02-19"));  // 13 weeks
  int moved = 0;
  for (const PlanDay& entry : shipped_plan().days)
    for (const std::string& deck : entry.unlocks) {
      const int opens = when.unlocked(deck).value();
      CHECK(opens >= plan_day(entry.week, entry.day));
      CHECK(when.on(when.opens_on(opens)).offset == opens);
      moved += opens > plan_day(entry.week, entry.day) ? 1 : 0;
    }
  CHECK(moved > 0);
}

TEST_CASE("the slots of a weekday are the learner's own, those of other days their kind's") {
  const PlanLearner learner{"L7", {45, 15, 150}};
  const Timeline when(shipped_plan(), {kMonday, {}}, kMonday, learner);
  CHECK(when.day_on(kMonday)->minutes == SlotMinutes{45, 15, 150});
  CHECK(when.day_on(kMonday + days(5))->minutes == slot_minutes(PlanDayKind::Weekend));
  CHECK(when.day_on(day("2027-05-07"))->minutes == slot_minutes(PlanDayKind::Interview));
}
