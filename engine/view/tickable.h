// What of the plan a learner ticks: a task, a line of a checklist, a goal, a gate that only they can judge.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "view/day_view.h"
#include "view/standpoint.h"

namespace starling {

struct Tickable {
  std::string id;
  std::string title;
  const Task* task = nullptr;  // where it is one
  double target = 1;
  double done = 0;

  [[nodiscard]] bool is_done() const { return done >= target; }
  [[nodiscard]] double left() const { return is_done() ? 0 : target - done; }
};

// By its id; nothing where the plan has none, or it is for the other level.
[[nodiscard]] std::optional<Tickable> tickable(const Standpoint& from, std::string_view id);
// By its number on that day's screen, from 1.
[[nodiscard]] std::optional<Tickable> tickable(const Standpoint& from, const DayView& day, int number);
// How many numbers that screen has.
[[nodiscard]] int numbers_on(const DayView& day);
// Of the plan: what `tickable` finds.
[[nodiscard]] std::vector<std::string> tickable_ids(const Standpoint& from);

// The minutes that `count` of it take by the plan, and nothing for what is no task.
[[nodiscard]] std::optional<double> planned_minutes(const Standpoint& from, const Tickable& what, double count);

}  // namespace starling
