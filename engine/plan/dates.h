// Are the dates of the plan wise?
#pragma once

#include <span>
#include <string>
#include <vector>

#include "plan/timeline.h"

namespace starling {

// What is unwise about them or left out because of them, a sentence each: an interview before the start or within three
// weeks of it, weeks and tasks that have no date, spare weeks, a mock on or after T-7 (C24) that is not over by `today`.
[[nodiscard]] std::vector<std::string> date_warnings(const Timeline& timeline, Day today = Day::min());

// Of them, what the learner put on a day that is not before the interview any more.
struct ChangeTooLate {
  std::string task;
  std::string sentence;
};
[[nodiscard]] std::vector<ChangeTooLate> changes_too_late(const Timeline& timeline);

// Of them, tasks of weeks that are kept, for want of days at their beginning and at their end, or for days off.
[[nodiscard]] std::vector<std::string> tasks_left_out(const Timeline& timeline);

// "week 12", "weeks 3, 7 and 9 to 12" of rising numbers.
[[nodiscard]] std::string weeks_in_words(std::span<const int> weeks);

}  // namespace starling
