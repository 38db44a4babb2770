// What the screens of problems, exercises and tasks have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// From this width on a row of a list has all its columns.
inline constexpr int kWholeRowColumns = 60;
// The week of a list's row, right-aligned: "w5".
[[nodiscard]] std::string week_mark(int week);
// Of a row's end: "" while it is not done, "failed", "back 22 Dec, 88 %"; where it is narrow "88 %".
[[nodiscard]] std::string state_mark(const PracticeState& state, bool narrow);
// "Solved once, last on Tue 22 Dec. It comes back on Fri 25 Dec; recall 88 %."
[[nodiscard]] std::string state_sentence(const PracticeState& state, std::string_view group);
// A heading and its lines after a blank one; nothing where there are none.
[[nodiscard]] std::string bullet_lines(std::string_view heading, const std::vector<std::string>& lines, const Style& style,
                                       int width);
[[nodiscard]] std::string text_lines(std::string_view heading, std::string_view text, const Style& style, int width);
// "On the plan: Tue 22 Dec, week 5, day 2", the title of the task, the command that shows it.
[[nodiscard]] std::string planned_lines(const PlannedTask& planned, int width);
// An address in one piece, so that it can be opened, whatever the width.
[[nodiscard]] std::string address_line(std::string_view url, int indent = 0);

}  // namespace starling
