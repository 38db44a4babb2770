#include "view/whole_task.h"

#include <fmt/format.h>

#include <algorithm>

namespace starling {

namespace {

// What the learner dropped is in the plan as it was shipped alone.
FoundTask dropped_task(const Standpoint& from, std::string_view id) {
  const auto& plan = from.library.plan();
  const auto& dropped = from.timeline.learner().changes.dropped;
  if (!plan || std::ranges::find(dropped, id) == dropped.end()) return {};
  for (const PlanDay& day : plan->days)
    for (const Task& task : day.tasks)
      if (task.id == id) return {&task, day.week, day.day, std::nullopt};
  return {};
}

WholeTask::By changed_by(const Standpoint& from, std::string_view id) {
  const PlanChanges& changes = from.timeline.learner().changes;
  if (std::ranges::find(changes.dropped, id) != changes.dropped.end()) return WholeTask::By::Dropped;
  if (std::ranges::find(changes.moved, id, &MovedByHand::task) != changes.moved.end()) return WholeTask::By::Moved;
  return id.starts_with(kOwnTask) ? WholeTask::By::Added : WholeTask::By::Plan;
}

WholeTask whole_of(const Standpoint& from, const LastGrades& grades, const FoundTask& found) {
  const Task& task = *found.task;
  WholeTask whole;
  whole.task = task_view(from, task);
  whole.week = found.week;
  whole.day = found.day;
  whole.date = found.date;
  whole.by = changed_by(from, task.id);
  if (const auto done = from.progress.tasks.find(task.id); done != from.progress.tasks.end()) whole.done = done->second;
  for (const std::string& id : task.problems)
    whole.problems.push_back({id, from.library.coding_problem(id), practice_state(from, grades, kProblemGroup, id)});
  if (!task.exercise.empty()) whole.exercise = from.library.design_exercise(task.exercise);
  const auto& links = from.timeline.plan().links;
  for (const std::string& id : task.links)
    if (const auto link = std::ranges::find(links, id, &Link::id); link != links.end()) whole.links.push_back(&*link);
  for (const std::string& id : task.decks) whole.decks.push_back({id, from.library.deck_head(id)});
  return whole;
}

}  // namespace

std::optional<WholeTask> whole_task(const Standpoint& from, const LastGrades& grades, std::string_view id) {
  const FoundTask found = find_task(from.timeline, id).value_or(dropped_task(from, id));
  return found.task ? std::optional(whole_of(from, grades, found)) : std::nullopt;
}

std::string_view to_string(WholeTask::By by) {
  switch (by) {
    case WholeTask::By::Plan: return "";
    case WholeTask::By::Dropped: return "dropped";
    case WholeTask::By::Moved: return "moved";
    case WholeTask::By::Added: return "added";
  }
  return "";
}

std::string done_sentence(const WholeTask& whole) {
  if (whole.done.count <= 0) return "not done yet";
  const Task& task = *whole.task.task;
  std::string text = task.count ? fmt::format("{:g} of {} {}", whole.done.count, *task.count, task.unit) : "done";
  text += fmt::format("{}on {}", task.count ? ", last " : " ", short_date(whole.done.last));
  return whole.done.minutes > 0 ? fmt::format("{}, {:g} min", text, whole.done.minutes) : text;
}

}  // namespace starling
