// Problems, exercises and tasks as a learner names them.
#pragma once

#include <string>
#include <vector>

#include "study/study.h"
#include "view/view.h"

namespace starling {

// By id ("lc-0076"), number ("76") or whole title, whatever its case; null where there is none.
[[nodiscard]] const CodingProblem* find_problem(const Library& library, const std::string& named);
[[nodiscard]] const DesignExercise* find_exercise(const Library& library, const std::string& named);

// Or by the beginning of its title; null where none begins so. UsageError where several do.
[[nodiscard]] const CodingProblem* find_begun_problem(const Library& library, const std::string& named);

// The same, or the beginning of its title. UsageError with the nearest where there is none or
// where several begin so.
[[nodiscard]] const CodingProblem& need_problem(const Library& library, const std::string& named);
[[nodiscard]] const DesignExercise& need_exercise(const Library& library, const std::string& named);
// By its id or by words that stand in one question alone. UsageError else.
[[nodiscard]] const InterviewQuestion& need_question(const Library& library, const std::string& named);
// UsageError where no problem of the bank or of the learner's own has it: then it is a slip.
void check_pattern(const Library& library, const std::string& pattern);
// What is done, by its number on today's screen or by its id. UsageError with the nearest where there is none.
[[nodiscard]] Tickable need_tickable(const Study& study, const std::string& named);
// The id of a task, also of the other level: itself, or the number that a task has on today's screen.
[[nodiscard]] std::string need_task(const Study& study, const std::string& named);

// The words of a name that was typed without quotes.
[[nodiscard]] std::string joined_words(const std::vector<std::string>& words);

}  // namespace starling
