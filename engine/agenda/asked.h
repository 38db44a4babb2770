// What is asked, and what the day comes to.
#pragma once

#include <optional>

#include "agenda/choice.h"
#include "agenda/reasons.h"
#include "history/history.h"
#include "item/item.h"
#include "schedule/schedule.h"

namespace starling {

struct Asked {
  const Item* item = nullptr;
  const ItemState* state = nullptr;  // of a new item a state that was never met
  std::optional<double> recall;      // chance of recall now; absent for a new item
  int seconds = 0;                   // expected
  Reason reason = Reason::Due;
  double urgency = 0;                // of what is due: higher is asked first
};

struct AgendaCounts {
  int due = 0;              // asked, seen before
  int fresh = 0;            // asked, never seen
  int deferred = 0;         // seen, for today, but past the minutes or the count; not those that gain more from waiting
  std::optional<Obstacle> due_ended;  // what kept some of what is due from being asked: a number, or else the minutes
  int fresh_deferred = 0;   // new ones that the plan has opened and today has no room for
  int fresh_left = 0;       // how many more new ones the count of the day allows
  double minutes = 0;       // expected for the cards asked
  double fresh_minutes = 0; // of them, for new ones
  int weighed_stories = 0;  // asked within the minutes
  double story_minutes = 0; // put by for them
  double budget_minutes = 0;
  double spent_minutes = 0;
  // The earliest due date of the cards that are for another day, or for later today; never a day off. Where a day off
  // keeps what is due, the first day after it.
  std::optional<Due> next;
  bool operator==(const AgendaCounts&) const = default;
};

}  // namespace starling
