// What of the plan lies behind today and is not done.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "view/standpoint.h"

namespace starling {

struct BehindTask {
  const Task* task = nullptr;  // of the plan
  Day date{};                  // on which it stood
  int minutes = 0;             // that are left of it
};
// What counts most comes first, of equal things the older; optional tasks are left out.
[[nodiscard]] std::vector<BehindTask> tasks_behind(const Standpoint& from);
[[nodiscard]] int minutes_of(const std::vector<BehindTask>& tasks);

// What the day's screen says of it: how much, what counts most of it, and the command that goes on from there. Nothing
// where it is less than kWorthSaying minutes and no mock is among it.
[[nodiscard]] std::optional<std::string> behind_sentence(const Standpoint& from);
inline constexpr int kWorthSaying = 300;  // some two days

// The first of the weeks, up to that of today, of whose tasks next to nothing was done: there the learner stopped.
// Nothing where the last week with days behind today was worked on.
[[nodiscard]] std::optional<int> week_left_off(const Standpoint& from);
inline constexpr std::size_t kFewestDaysLost = 3;  // with tasks, before anything is said to be left off
inline constexpr double kLostShare = 0.25;  // of the minutes of a week's tasks; less than that is next to nothing

}  // namespace starling
