#include "view/practice_state.h"

#include <fmt/format.h>

#include "practice/practice.h"

namespace starling {

LastGrades last_practice_grades(std::span<const Deed> standing) {
  LastGrades grades;
  for (const Deed& deed : standing)
    for (const Event& event : deed.events) {
      const auto* answer = std::get_if<Answered>(&event);
      if (answer && traits(answer->item.kind()).begun_by_hand) grades.insert_or_assign(answer->item, answer->grade);
    }
  return grades;
}

PracticeState practice_state(const Standpoint& from, const LastGrades& grades, std::string_view group, std::string_view id) {
  const auto item = ItemId::parse(fmt::format("{}/{}", group, id));
  const auto found = item ? from.states.find(*item) : from.states.end();
  if (found == from.states.end() || !seen(found->second)) return {};
  const ItemState& state = found->second;
  const Standing& standing = state.standing;
  const auto grade = grades.find(*item);
  PracticeState view{state.reviews, grade != grades.end() && grade->second == Grade::Again, standing.last_day, std::nullopt, std::nullopt};
  if (!state.suspended) view.due = standing.due;
  if (standing.memory)
    view.recall = from.model.recall_after(elapsed_since(standing, from.now.at, from.now.day), *standing.memory);
  return view;
}

std::string_view state_word(const PracticeState& state, std::string_view group) {
  if (!state.done()) return "not done";
  if (state.failed) return "failed";
  return group == kProblemGroup ? "solved" : "done";
}

std::vector<PlannedTask> planned_tasks(const Standpoint& from, const std::function<bool(const Task&)>& wanted) {
  std::vector<PlannedTask> list;
  if (!from.library.plan()) return list;
  for (const PlanDay& day : from.timeline.plan().days)
    for (const Task& task : day.tasks)
      if (is_for(task, from.settings.level) && wanted(task))
        list.push_back({&task, day.week, day.day, from.timeline.date_of(day.week, day.day, task.id)});
  return list;
}

}  // namespace starling
