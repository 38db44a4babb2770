// The day on one screen: tasks, what is due, which story to tell, what is worth saying.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "agenda/agenda.h"
#include "plan/plan.h"
#include "report/report.h"
#include "source/source.h"
#include "view/asked_view.h"
#include "view/lists_view.h"
#include "view/standpoint.h"

namespace starling {

struct Notice {
  // "plan", "off", "break", "rest", "deferred", "behind", "date", "lists", "problem", "lost", "unreadable", "newer", "debrief",
  // "aim", "policy"
  std::string kind;
  std::string text;
};

struct TaskView {
  const Task* task = nullptr;  // of the plan
  double done = 0;             // of what it counts; 1 is all of it where it counts nothing
  int minutes = 0;             // for the learner's level
  int number = 0;              // on the day's screen, from 1; 0 elsewhere
};
[[nodiscard]] TaskView task_view(const Standpoint& from, const Task& task);

struct SlotView {
  Slot slot = Slot::Morning;
  int minutes = 0;  // of the day's kind; of a weekday as the settings say
  std::vector<TaskView> tasks;
};

// What of a calendar week's tasks is done.
struct WeekDone {
  int tasks = 0;
  int tasks_done = 0;
  int problems = 0;
  int problems_done = 0;  // that were logged
};

// What of the day is done.
struct DoneToday {
  int answers = 0;  // to cards
  int recalled = 0; // of them, not graded again
  int tellings = 0;
  double minutes = 0;
};

struct DayView {
  Day date{};
  Position at;
  bool in_plan = false;  // neither before its first day nor after its last
  std::string phase;
  int month = 1;
  std::string theme;
  std::string title;
  std::string level;
  Day interview{};
  int days_left = 0;
  bool interview_by_plan = false;  // nobody has set a date yet
  std::array<SlotView, 3> slots;
  AgendaCounts review;
  std::vector<StoryAskedView> stories;
  DoneToday done;
  std::vector<ChecklistView> checklists;
  int earlier_lines = 0;  // open ones of lists that the eve leaves out
  WeekDone week;
  std::vector<Notice> notices;
  bool wants_story = false;  // a task is about stories and there is none yet
  int drafts = 0;            // a task is about stories and none of so many can be told yet
  int left_out = 0;          // tasks that a day off hides
  int moved = 0;             // those that went to other days
  int planned = 0;    // minutes of the tasks
  int available = 0;  // minutes of the slots
};
// `problems` are those of every text file.
[[nodiscard]] DayView day_view(const Standpoint& from, const Agenda& agenda, std::span<const Problem> problems);

// The cards asked, in order: apart from the view, since their decks' texts are looked into.
[[nodiscard]] std::vector<CardView> cards_asked(const Standpoint& from, const Agenda& agenda);

}  // namespace starling
