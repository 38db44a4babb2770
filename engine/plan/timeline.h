// The plan laid over the calendar: which of its days is a date, and on which date falls one of its days?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "plan/parts.h"

namespace starling {

// The dates that the settings give, where they do.
struct PlanDates {
  std::optional<Day> start;
  std::optional<Day> interview;
};

// Where a date lies in the plan.
struct Position {
  int offset = 0;  // day of the plan, from 0; negative before it, past its last day after it
  int week = 1;    // 1 to the plan's weeks; clamped outside
  int day = 1;     // 1 to 7
  bool before = false;
  bool after = false;
};

class Timeline {
 public:
  // The start and the interview are, the first that is there: what the settings say; for the start that of a plan which
  // ends with the settings' interview, else `first_day`; for the interview that of the plan itself. `first_day` is the
  // day of the first answer, or today where there is none. Keeps a pointer: `plan` outlives this.
  Timeline(const Plan& plan, const PlanDates& settings, Day first_day);

  [[nodiscard]] const Plan& plan() const { return *plan_; }
  [[nodiscard]] Day start() const { return start_; }
  [[nodiscard]] Day interview() const { return interview_; }

  [[nodiscard]] Position on(Day date) const;
  // Null before the plan and after it.
  [[nodiscard]] const PlanDay* day_on(Day date) const;
  // Weeks before the first and after the last go on as the plan's own do.
  [[nodiscard]] Day date_of(int week, int day) const;
  [[nodiscard]] Day date_of(int plan_day) const;
  [[nodiscard]] Day week_starts(int week) const;
  // The last day that belongs to it.
  [[nodiscard]] Day week_ends(int week) const;
  // The first days of `count` weeks in a row, rising; `today` is in the last of them, also outside the plan.
  [[nodiscard]] std::vector<Day> recent_weeks(Day today, int count) const;

  // To the interview; below zero after it.
  [[nodiscard]] int days_left(Day date) const;
  // Whether the plan rests on that day; the learner's own days of rest are not in here.
  [[nodiscard]] bool rests(Day date) const;
  // The day of the plan, from 0, that opens a deck; nothing where none names it.
  [[nodiscard]] std::optional<int> unlocked(std::string_view deck) const;
  // Checklists whose day it is, by the distance to the interview or by the plan's own day.
  [[nodiscard]] std::vector<const Checklist*> checklists_on(Day date) const;

 private:
  const Plan* plan_;
  Day start_;
  Day interview_;
};

// The Friday of the last week: day 166 where the plan starts on a Monday. From two days before that day on, so that a
// plan that starts on a Thursday or Friday still has its final mocks before the last seven days (C24).
[[nodiscard]] Day default_interview(const Plan& plan, Day start);

}  // namespace starling
