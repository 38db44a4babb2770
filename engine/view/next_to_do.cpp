#include "view/next_to_do.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "view/telling.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 8> kWays{"review", "cards", "problem", "exercise", "telling", "mock", "task", "line"};

Slot slot_of_now(const Standpoint& from, const DayView& day) {
  const auto time = parse_day_and_time(fmt::format("{}T{}", to_string(from.now.day), from.rule.time_of_day(from.now.at)));
  const auto today = from.timeline.day_on(from.now.day);
  const SlotStarts starts = slot_starts(from.timeline.plan(), day.at.week, today ? today->kind : PlanDayKind::Weekday);
  return slot_at(starts, time.value().time_of_day.value(), from.settings.rollover_hour);
}

const CodingProblem* problem_of(const Standpoint& from, const Task& task) {
  const auto tried = [&](const std::string& id, bool solved_only) {
    return std::ranges::any_of(from.progress.solved, [&](const auto& each) {
      return each.what.problem == id && (each.what.solved || !solved_only);
    });
  };
  for (const bool solved_only : {false, true})
    for (const std::string& id : task.problems)
      if (const CodingProblem* problem = from.library.coding_problem(id); problem && !tried(id, solved_only)) return problem;
  return task.problems.empty() ? nullptr : from.library.coding_problem(task.problems.front());
}

const Story* story_of(const Standpoint& from, const DayView& day, const Task& task) {
  std::vector<ItemId> asked;
  for (const StoryAskedView& each : day.stories) asked.push_back(each.item);
  return story_to_tell(from.library.stories(), from.states, asked, task.principles);
}

std::vector<std::string> known_decks(const Standpoint& from, const Task& task) {
  std::vector<std::string> decks;
  for (const std::string& deck : task.decks)
    if (from.library.deck_head(deck)) decks.push_back(deck);
  return decks;
}

// Cards are all that the task is about: there is nothing to open and nothing to count beside them.
bool is_of_cards(const Task& task) { return task.links.empty() && task.unit.empty(); }

void find_way(ToDo& doing, const Standpoint& from, const DayView& day, const Task& task) {
  doing.decks = known_decks(from, task);
  if (!task.problems.empty()) doing.problem = problem_of(from, task);
  if (!task.exercise.empty()) doing.exercise = from.library.design_exercise(task.exercise);
  if (task.unit == "tellings") doing.story = story_of(from, day, task);
  if (doing.problem) {
    doing.way = WayToDo::Problem;
    doing.minutes = doing.problem->target_minutes;
  } else if (doing.exercise) {
    doing.way = WayToDo::Design;
    doing.minutes = doing.exercise->minutes;
  } else if (!task.mock.empty()) {
    doing.way = WayToDo::Mock;
  } else if (doing.story) {
    doing.way = WayToDo::Telling;
  } else if (!doing.decks.empty() && is_of_cards(task)) {
    doing.way = WayToDo::Cards;
  }
}

ToDo review_of(const DayView& day) {
  ToDo doing;
  doing.way = WayToDo::Review;
  doing.title = "Review what is due";
  doing.minutes = static_cast<int>(std::lround(std::max(1.0, day.review.minutes)));
  return doing;
}

std::optional<ToDo> story_asked(const Standpoint& from, const DayView& day) {
  for (const StoryAskedView& asked : day.stories) {
    ToDo doing;
    doing.way = WayToDo::Telling;
    doing.story = from.library.story(asked.item.name());
    doing.title = asked.title;
    doing.minutes = std::max(1, (asked.seconds + 59) / 60);
    if (doing.story && can_be_told(*doing.story)) return doing;
  }
  return std::nullopt;
}

const TaskView* first_open(const Standpoint& from, const SlotView& slot, bool optional) {
  for (const TaskView& each : slot.tasks)
    if (is_open(from.progress, *each.task) && each.task->optional == optional) return &each;
  return nullptr;
}

// Minutes of a slot that its tasks leave.
double room_beside(const SlotView& slot) {
  int planned = 0;
  for (const TaskView& each : slot.tasks) planned += each.minutes;
  return slot.minutes - planned;
}

}  // namespace

std::string_view to_string(WayToDo way) { return kWays[static_cast<std::size_t>(way)]; }

Slot slot_at(const SlotStarts& starts, std::chrono::minutes time_of_day, int rollover_hour) {
  const auto begun = [&](Slot slot) { return time_of_day >= starts[static_cast<std::size_t>(slot)]; };
  if (time_of_day < std::chrono::hours(rollover_hour) || begun(Slot::Evening)) return Slot::Evening;
  return begun(Slot::Noon) ? Slot::Noon : Slot::Morning;
}

ToDo to_do(const Standpoint& from, const DayView& day, const Tickable& what) {
  ToDo doing;
  doing.what = what;
  doing.title = what.title;
  for (const SlotView& slot : day.slots)
    for (const TaskView& each : slot.tasks)
      if (each.task->id == what.id) {
        doing.slot = slot.slot;
        doing.number = each.number;
      }
  for (const ChecklistView& list : day.checklists)
    for (const ChecklistLine& line : list.lines)
      if (line.id == what.id) doing.number = line.number;
  if (!what.task) {
    doing.way = WayToDo::Line;
    return doing;
  }
  const double share = what.is_done() ? 1 : what.left() / what.target;
  doing.minutes = static_cast<int>(std::lround(minutes_for(*what.task, from.settings.level) * share));
  find_way(doing, from, day, *what.task);
  return doing;
}

std::optional<ToDo> next_to_do(const Standpoint& from, const DayView& day) {
  const auto now = static_cast<std::size_t>(slot_of_now(from, day));
  const auto task = [&](const TaskView& view) { return to_do(from, day, tickable(from, day, view.number).value()); };
  bool review_left = day.review.due + day.review.fresh > 0;
  for (std::size_t i = now; i < day.slots.size(); ++i) {
    if (const TaskView* open = first_open(from, day.slots[i], false)) return task(*open);
    if (review_left && room_beside(day.slots[i]) >= day.review.minutes) return review_of(day);
  }
  if (review_left) return review_of(day);
  if (auto story = story_asked(from, day)) return story;
  for (std::size_t i = 0; i < now; ++i)
    if (const TaskView* open = first_open(from, day.slots[i], false)) return task(*open);
  for (const SlotView& slot : day.slots)
    if (const TaskView* open = first_open(from, slot, true)) return task(*open);
  return std::nullopt;
}

}  // namespace starling
