// What is to be ticked beside the tasks: lines of lists, and gates that only the learner can judge.
#pragma once

#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "view/standpoint.h"

namespace starling {

// A line of a list, or a gate. Texts are the plan's.
struct ChecklistLine {
  std::string_view id;
  std::string_view text;
  int number = 0;  // on the day's screen, on from those of the tasks; 0 elsewhere
  bool done = false;
};
// A list whose day it is, with all its lines; or one of the last kListDays days, of those before the interview until its
// eve, with the lines that were open in the morning. Or the gates that are asked, in one list.
struct ChecklistView {
  std::string_view id;
  std::string_view title;
  const Checklist* list = nullptr;  // of the plan; null for gates
  std::vector<ChecklistLine> lines;
};
inline constexpr int kListDays = 14;

// For the day's screen, the gates of the day after the lists. A gate that is one with a line there is not asked twice.
// Those due on the eve or the day of the interview are asked on the Sunday before, or the Saturday where that is the eve:
// these two days are for what is of them.
[[nodiscard]] std::vector<ChecklistView> lists_of_day(const Standpoint& from);
// The same with the lines that are open alone, and with every gate that was asked before and is not met.
[[nodiscard]] std::vector<ChecklistView> open_lists(const Standpoint& from);

}  // namespace starling
