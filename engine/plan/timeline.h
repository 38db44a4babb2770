// The plan laid over the calendar: which of its days is a date, and on which date falls one of its days?
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "plan/laid_weeks.h"
#include "plan/moved_tasks.h"
#include "plan/parts.h"

namespace starling {

// The dates that the settings give, where they do.
struct PlanDates {
  std::optional<Day> start;
  std::optional<Day> interview;
};

// Where a date lies in the plan.
struct Position {
  int offset = 0;  // day of the plan last reached, from 0; never falls from date to date. Before the start negative,
                   // after the end past the plan's last day
  int week = 1;    // of the plan, 1 to its weeks; clamped outside
  int day = 1;     // of the calendar week: 1 is Monday
  bool before = false;
  bool after = false;
  bool spare = false;  // within the plan, but none of its days
};

// What a date of the plan holds for the learner.
struct DatedDay {
  int week = 1;  // of the plan, and the day of it; on a spare date those last reached
  int day = 1;
  std::string title;
  PlanDayKind kind = PlanDayKind::Weekday;
  bool rest = false;   // no new cards
  bool spare = false;  // it is no day of the plan
  SlotMinutes minutes{};
  std::vector<const Task*> tasks;  // of the plan, in its order
};

// What has no date.
struct Undated {
  std::vector<int> weeks;          // rising
  std::vector<const Task*> tasks;  // of the plan, in its order; those of the weeks too
};

// A task of the plan, and where it stands.
struct FoundTask {
  const Task* task = nullptr;
  int week = 1;  // of the plan, and the day of it
  int day = 1;
  std::optional<Day> date;  // nothing where it is left out
};

// Weeks of the plan lie on calendar weeks, Monday to Sunday, and end with the interview; see lay_weeks, lay_days and
// move_tasks for what comes where. Behind the interview come the days that the plan has there; then it is over. What the
// learner changed (PlanLearner::changes) is in all of that; what they dropped is nowhere.
class Timeline {
 public:
  // The start and the interview are, the first that is there: what the settings say; for the start that of a plan which
  // ends with the settings' interview, else `first_day`; for the interview that of the plan itself. `first_day` is the
  // day of the first answer, or today where there is none. Keeps a pointer: `plan` outlives this. `learner.off` and
  // `learner.rests` are asked only while this is made.
  Timeline(const Plan& plan, const PlanDates& settings, Day first_day, PlanLearner learner = {});

  // With the learner's changes: tasks of their own and those that they moved stand on the day of the plan last reached.
  [[nodiscard]] const Plan& plan() const { return changed_ ? *changed_ : *plan_; }
  [[nodiscard]] const PlanLearner& learner() const { return learner_; }
  [[nodiscard]] Day start() const { return start_; }
  [[nodiscard]] Day interview() const { return interview_; }
  // The plan's last date; the day before the start where the interview is before it.
  [[nodiscard]] Day end() const { return end_; }
  // The calendar weeks, in a row.
  [[nodiscard]] const LaidWeeks& weeks() const { return weeks_; }

  [[nodiscard]] Position on(Day date) const;
  // Nothing before the plan and after it, but where the learner put a task.
  [[nodiscard]] std::optional<DatedDay> day_on(Day date) const;
  // Nothing for a day that is left out, or is none of the plan's.
  [[nodiscard]] std::optional<Day> date_of(int week, int day) const;
  // Of a task, which may stand on another date than its day.
  [[nodiscard]] std::optional<Day> date_of(int week, int day, std::string_view task) const;
  // The start, or the first date before it on which the learner put a task.
  [[nodiscard]] Day first_date() const;
  // Of a list: by the interview, but not before the start, or by its day of the plan.
  [[nodiscard]] std::optional<Day> date_of(const Checklist& list) const;
  // The first date on which that day of the plan, from 0, is reached: its own or, where it is left out, that of the next.
  [[nodiscard]] Day opens_on(int plan_day) const;
  // The dates of a week are those on which `on` names it, with what is spare behind it. Nothing where it is left out.
  [[nodiscard]] std::optional<Day> week_starts(int week) const;
  [[nodiscard]] std::optional<Day> week_ends(int week) const;
  // The Mondays of `count` calendar weeks in a row, rising; `today` is in the last of them.
  [[nodiscard]] std::vector<Day> recent_weeks(Day today, int count) const;

  // To the interview; below zero after it.
  [[nodiscard]] int days_left(Day date) const;
  // Whether the plan rests on that day; the learner's own days of rest are not in here.
  [[nodiscard]] bool rests(Day date) const;
  // The day of the plan, from 0, that opens a deck: the next one that has a date; nothing where none names the deck.
  [[nodiscard]] std::optional<int> unlocked(std::string_view deck) const;
  // Checklists whose day it is, by the distance to the interview or by the plan's own day. One whose date before the
  // interview has passed when the plan starts is of the first day; one of a week that is left out has no date.
  [[nodiscard]] std::vector<const Checklist*> checklists_on(Day date) const;
  [[nodiscard]] Undated left_out() const;

 private:
  struct Placed {
    Day date{};
    int plan_day = 0;
  };
  void lay();
  void lay_tasks();
  // The last that is not behind the date; null where there is none.
  [[nodiscard]] const Placed* reached(Day date) const;
  [[nodiscard]] const PlanDay* entry(int plan_day) const;
  [[nodiscard]] PlanDayKind kind_of(Day date, const PlanDay* entry) const;
  [[nodiscard]] std::vector<const Task*> tasks_on(Day date, int plan_day) const;
  [[nodiscard]] const MovedTask* moved(std::string_view task) const;

  const Plan* plan_;  // as it was shipped
  std::shared_ptr<const Plan> changed_;  // none without changes; shared, so that a copy of this points into it too
  PlanLearner learner_;
  Day start_;
  Day interview_;
  Day end_{};
  LaidWeeks weeks_;
  std::vector<std::optional<Day>> dates_;         // by day of the plan
  std::vector<Placed> placed_;                    // the days that have one, in order
  std::vector<std::optional<Day>> week_starts_;  // by week of the plan, from 1
  std::vector<MovedTask> moved_;
};

// Nothing where the learner dropped it, or there is none of that id; of either level.
[[nodiscard]] std::optional<FoundTask> find_task(const Timeline& timeline, std::string_view id);

// The Friday of the plan's week of the interview where none of its weeks is left out.
[[nodiscard]] Day default_interview(const Plan& plan, Day start);

}  // namespace starling
