// One task of the plan with all that it has: what to do, what to open, where it stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "history/history.h"
#include "plan/plan.h"
#include "practice/practice.h"
#include "view/day_view.h"
#include "view/practice_state.h"
#include "view/standpoint.h"

namespace starling {

struct WholeTask {
  TaskView task;
  int week = 1;
  int day = 1;
  std::optional<Day> date;  // nothing where it is left out
  enum class By { Plan, Dropped, Moved, Added };
  By by = By::Plan;  // what the learner did to it, if anything
  DoneTask done;
  struct NamedProblem {
    std::string id;
    const CodingProblem* problem = nullptr;  // null where the library has none of that id
    PracticeState state;
  };
  std::vector<NamedProblem> problems;
  const DesignExercise* exercise = nullptr;  // null: none, or the library has none of that id
  std::vector<const Link*> links;            // of the plan
  struct NamedDeck {
    std::string id;
    const DeckHead* head = nullptr;  // null where the library has none of that id
  };
  std::vector<NamedDeck> decks;
};
// Nothing where the plan has no such task. Tasks of the other level's plan are found too, and those that were dropped.
[[nodiscard]] std::optional<WholeTask> whole_task(const Standpoint& from, const LastGrades& grades, std::string_view id);

// "dropped", "moved", "added"; empty where the plan has it.
[[nodiscard]] std::string_view to_string(WholeTask::By by);

// What of it is done: "not done yet", "2 of 3 problems", "done on Tue 22 Dec, 40 min".
[[nodiscard]] std::string done_sentence(const WholeTask& whole);

}  // namespace starling
