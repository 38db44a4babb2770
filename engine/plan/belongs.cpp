#include "plan/belongs.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <limits>

#include "item/item.h"

namespace starling {

namespace {

constexpr int kFurthestMock = 14;      // days
constexpr int kMostDistance = 100'000;  // days, further than any plan is long

// Its place beside others: today first, then what is past, the last one before the first; what is to come last.
int rank(int distance) { return distance == 0 ? 0 : distance < 0 ? -distance : kMostDistance + distance; }

}  // namespace

double target_of(const Task& task) { return task.count.value_or(1); }

double done_of(const PlanProgress& progress, std::string_view id) {
  const auto done = progress.tasks.find(std::string(id));
  return done == progress.tasks.end() ? 0 : done->second.count;
}

double done_share(const PlanProgress& progress, const Task& task) {
  return std::clamp(done_of(progress, task.id) / target_of(task), 0.0, 1.0);
}

bool is_open(const PlanProgress& progress, const Task& task) { return done_of(progress, task.id) < target_of(task); }

namespace {

bool names_problem(const Task& task, std::string_view problem) { return std::ranges::find(task.problems, problem) != task.problems.end(); }
bool takes_any_problem(const Task& task) { return task.unit == "problems" && task.problems.empty(); }
bool names_design(const Task& task, std::string_view exercise) { return !exercise.empty() && task.exercise == exercise; }
bool takes_any_design(const Task& task) { return task.unit == "designs" && task.exercise.empty(); }

}  // namespace

bool takes(const Task& task, const Solved& solved) { return names_problem(task, solved.problem) || takes_any_problem(task); }
bool takes(const Task& task, const Designed& designed) { return names_design(task, designed.exercise) || takes_any_design(task); }
bool takes(const Task& task, const Mocked& mocked) { return task.mock == mocked.type; }

namespace {

using Fits = std::function<bool(const Task&)>;

// Among the open tasks of `level` on which `fits` holds: one of that day's own, else the last one before, else the first one
// behind it, at most `furthest` days of the plan away. Null where there is none.
const Task* nearest_open(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                         const Fits& fits, int furthest = kMostDistance) {
  const int today = timeline.on(day).offset;
  const Task* best = nullptr;
  int best_rank = std::numeric_limits<int>::max();
  for (const PlanDay& entry : timeline.plan().days) {
    const int away = plan_day(entry.week, entry.day) - today;
    if (rank(away) >= best_rank || std::abs(away) > furthest) continue;
    const auto open = std::ranges::find_if(
        entry.tasks, [&](const Task& task) { return is_for(task, level) && is_open(progress, task) && fits(task); });
    if (open == entry.tasks.end()) continue;
    best = &*open;
    best_rank = rank(away);
  }
  return best;
}

const Task* named_or_open(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                          const Fits& names_it, const Fits& takes_any) {
  const Task* named = nearest_open(timeline, progress, level, day, names_it);
  return named ? named : nearest_open(timeline, progress, level, day, takes_any, 0);
}

template <class Practised>
bool was_on(const std::vector<OnDay<Practised>>& list, std::string Practised::* id, std::string_view tried, Day day) {
  return !tried.empty() && std::ranges::any_of(list, [&](const auto& each) { return each.day == day && each.what.*id == tried; });
}

// Of the tasks of `level` that were ticked off by hand on `day`, more than `practised` fit: what is logged then is what
// such a tick stands for, and ticks no other task.
bool ticked_before(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day, const Fits& fits,
                   std::ptrdiff_t practised) {
  std::ptrdiff_t ticked = 0;
  for (const PlanDay& entry : timeline.plan().days)
    for (const Task& task : entry.tasks) {
      if (!is_for(task, level) || is_open(progress, task) || !fits(task)) continue;
      if (progress.tasks.at(task.id).last == day) ++ticked;
    }
  return ticked > practised;
}

}  // namespace

const Task* task_of_problem(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                            std::string_view problem) {
  if (was_on(progress.solved, &Solved::problem, problem, day)) return nullptr;
  const auto names_it = [&](const Task& task) { return names_problem(task, problem); };
  if (ticked_before(timeline, progress, level, day, names_it, 0)) return nullptr;
  return named_or_open(timeline, progress, level, day, names_it, takes_any_problem);
}

const Task* task_of_design(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                           std::string_view exercise) {
  if (was_on(progress.designed, &Designed::exercise, exercise, day)) return nullptr;
  const auto names_it = [&](const Task& task) { return names_design(task, exercise); };
  if (ticked_before(timeline, progress, level, day, names_it, 0)) return nullptr;
  return named_or_open(timeline, progress, level, day, names_it, takes_any_design);
}

const Task* task_of_mock(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                         std::string_view mock) {
  const auto asks_for_it = [&](const Task& task) { return task.mock == mock; };
  const auto held = std::ranges::count_if(progress.mocks, [&](const auto& each) { return each.day == day && each.what.type == mock; });
  if (ticked_before(timeline, progress, level, day, asks_for_it, held)) return nullptr;
  return nearest_open(timeline, progress, level, day, asks_for_it, kFurthestMock);
}

}  // namespace starling
