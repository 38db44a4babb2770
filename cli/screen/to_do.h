// A thing of the day: what it is, the calls that do it, and the clock beside it.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// "morning · coding · 25 min"; empty where nothing of it is known.
[[nodiscard]] std::string to_do_facts(const ToDo& doing);
[[nodiscard]] std::string to_do_screen(const ToDo& doing, const Style& style, int width);
// A problem before the attempt: nothing of its plan, and no pattern.
[[nodiscard]] std::string problem_brief(const CodingProblem& problem, const Style& style, int width);
// "12:30 of 25:00 ####----" in one line; without a bar where no time is given.
[[nodiscard]] std::string work_clock(int seconds, int minutes, const Style& style, int width);

}  // namespace starling
