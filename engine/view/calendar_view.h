// The plan in a calendar of hours: what a person keeps free, and when.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "ics/ics.h"
#include "plan/plan.h"
#include "view/standpoint.h"

namespace starling {

// When the slots of a day begin, in the order of kSlots. Those of weekdays and sprints are as the plan's templates of
// that week say (S21, S40, S43): of several the one for the fewest weeks, and what that one lacks as the first template
// that has it. Without any, and on other kinds of day, they are
//   weekday and sprint  06:00 12:00 19:00      loop   09:00 12:00 18:00
//   weekend             09:00 12:00 18:00      taper  07:00 12:00 18:00
//   rest                10:00 12:00 17:00
using SlotStarts = std::array<std::chrono::minutes, kSlots.size()>;
[[nodiscard]] SlotStarts slot_starts(const Plan& plan, int week, PlanDayKind kind);

enum class PlanEventKind {
  Slot,      // the tasks of one slot of a day, as one
  Mock,      // each by itself: somebody else keeps that hour free too
  Review,    // the cards, behind what noon has
  List,      // a checklist, all day
  Interview  // all day: its hour is not ours to say
};
[[nodiscard]] std::string_view to_string(PlanEventKind kind);

struct PlanEvent {
  PlanEventKind kind = PlanEventKind::Slot;
  CalendarEvent event;
  std::vector<const Task*> tasks;  // of the plan
};

// By date, all-day events first. On one day each begins when the one before it is over, and none before the day's
// rollover. Days off hold nothing; a list of such a day stands on the first day after it that is none.
struct CalendarView {
  const Plan* plan = nullptr;
  Day first{};
  Day last{};
  std::vector<PlanEvent> events;
};
[[nodiscard]] CalendarView calendar_view(const Standpoint& from, const DaySpan& days);

// For ics_text. `sequence` as in EventCalendar.
[[nodiscard]] EventCalendar event_calendar(const CalendarView& view, int sequence, Instant made);

}  // namespace starling
