#include "view/whole_task.h"

#include <fmt/format.h>

#include <algorithm>

namespace starling {

namespace {

WholeTask whole_of(const Standpoint& from, const LastGrades& grades, const PlanDay& day, const Task& task) {
  WholeTask whole;
  whole.task = task_view(from, task);
  whole.week = day.week;
  whole.day = day.day;
  whole.date = from.timeline.date_of(day.week, day.day, task.id);
  whole.minutes = minutes_for(task, from.settings.level);
  if (const auto done = from.progress.tasks.find(task.id); done != from.progress.tasks.end()) whole.done = done->second;
  for (const std::string& id : task.problems)
    whole.problems.push_back({id, from.library.coding_problem(id), practice_state(from, grades, kProblemGroup, id)});
  if (!task.exercise.empty()) whole.exercise = from.library.design_exercise(task.exercise);
  const auto& links = from.library.plan()->links;
  for (const std::string& id : task.links)
    if (const auto link = std::ranges::find(links, id, &Link::id); link != links.end()) whole.links.push_back(&*link);
  for (const std::string& id : task.decks) whole.decks.push_back({id, from.library.deck_head(id)});
  return whole;
}

}  // namespace

std::optional<WholeTask> whole_task(const Standpoint& from, const LastGrades& grades, std::string_view id) {
  for (const PlanDay& day : from.library.plan()->days)
    for (const Task& task : day.tasks)
      if (task.id == id) return whole_of(from, grades, day, task);
  return std::nullopt;
}

std::string done_sentence(const WholeTask& whole) {
  if (whole.done.count <= 0) return "not done yet";
  const Task& task = *whole.task.task;
  std::string text = task.count ? fmt::format("{:g} of {} {}", whole.done.count, *task.count, task.unit) : "done";
  text += fmt::format("{}on {}", task.count ? ", last " : " ", short_date(whole.done.last));
  return whole.done.minutes > 0 ? fmt::format("{}, {:g} min", text, whole.done.minutes) : text;
}

}  // namespace starling
