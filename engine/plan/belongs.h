// Which task of the plan does something that was done belong to? What is logged ticks it.
#pragma once

#include <string_view>

#include "history/history.h"
#include "plan/parts.h"
#include "plan/timeline.h"

namespace starling {

// How much a task wants: its count, or once.
[[nodiscard]] double target_of(const Task& task);
[[nodiscard]] double done_of(const PlanProgress& progress, std::string_view id);
// How much of the task is done, 0 to 1.
[[nodiscard]] double done_share(const PlanProgress& progress, const Task& task);
[[nodiscard]] bool is_open(const PlanProgress& progress, const Task& task);

// Whether what was logged is what the task asks for: it is named there, or the task counts such things and names none.
[[nodiscard]] bool takes(const Task& task, const Solved& solved);
[[nodiscard]] bool takes(const Task& task, const Designed& designed);
[[nodiscard]] bool takes(const Task& task, const Mocked& mocked);

// A problem belongs to the task that names it, wherever that is; else to one of the day that counts problems and has fewer
// names than it counts. One tried before on the day belongs to none: it fills its task once.
[[nodiscard]] const Task* task_of_problem(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                                          std::string_view problem);
// A design belongs to a task with its exercise; else to one of the day that counts designs and names none. Once a day too.
[[nodiscard]] const Task* task_of_design(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                                         std::string_view exercise);
// A mock belongs to the nearest task with one of its sort, at most two weeks away.
// What is logged on the day on which its task was ticked by hand belongs to that one, and ticks no other.
[[nodiscard]] const Task* task_of_mock(const Timeline& timeline, const PlanProgress& progress, std::string_view level, Day day,
                                       std::string_view mock);

}  // namespace starling
