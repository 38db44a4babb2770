// What comes next today, and how anything on the day's screen is done.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "practice/practice.h"
#include "story/story.h"
#include "view/calendar_view.h"
#include "view/day_view.h"
#include "view/standpoint.h"
#include "view/tickable.h"

namespace starling {

enum class WayToDo {
  Review,   // what is due, in a sitting
  Cards,    // the cards of the task's decks, in a sitting
  Problem,
  Design,
  Telling,
  Mock,
  Plain,    // what the task says, with a clock
  Line      // of a list: it is ticked
};
[[nodiscard]] std::string_view to_string(WayToDo way);  // "review", "cards", "problem", ...

struct ToDo {
  WayToDo way = WayToDo::Plain;
  std::optional<Tickable> what;             // nothing for the review, and for a story that is asked
  std::optional<Slot> slot;                 // of a task of today
  int number = 0;                           // on the day's screen; 0: it has none there
  std::string title;
  int minutes = 0;                          // that it should take; 0: not said
  const CodingProblem* problem = nullptr;   // each of the library, where the way wants one
  const DesignExercise* exercise = nullptr;
  const Story* story = nullptr;
  std::vector<std::string> decks;           // of the task, as far as the library has them
};

// How a thing is done that can be ticked. A problem: the first of the task's that was not tried yet. A telling: a story
// of the task's principles before others, one that is asked today before others, then the one told longest ago.
[[nodiscard]] ToDo to_do(const Standpoint& from, const DayView& day, const Tickable& what);

// The open tasks of the slot of now and of later ones, in the order of the screen; the review behind the first slot that
// holds it beside its tasks, else behind the last; the stories that are asked; what earlier slots have left; optional
// tasks. Nothing where all of it is done. Lines of lists are done by their numbers alone.
[[nodiscard]] std::optional<ToDo> next_to_do(const Standpoint& from, const DayView& day);

// The slot that has begun: the morning holds until noon begins. Hours before the rollover are of the evening before.
[[nodiscard]] Slot slot_at(const SlotStarts& starts, std::chrono::minutes time_of_day, int rollover_hour);

}  // namespace starling
