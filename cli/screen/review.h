// Looking back on a week or a month: as text for a window, and as Markdown; its parts, for a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/screen.h"
#include "cli/screen/sections.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string week_screen(const WeekReport& report, const Style& style, int width);
[[nodiscard]] std::string week_markdown(const WeekReport& report);

[[nodiscard]] std::string month_screen(const MonthReport& report, const Style& style, int width);
[[nodiscard]] std::string month_markdown(const MonthReport& report);

// "Week 5: …", the dates, and the sections below them.
[[nodiscard]] std::string week_title(const WeekReport& report);
[[nodiscard]] std::string week_dates(const WeekReport& report);
[[nodiscard]] std::vector<ReportSection> week_sections(const WeekReport& report);
[[nodiscard]] std::string month_title(const MonthReport& report);
[[nodiscard]] std::string month_dates(const MonthReport& report);
[[nodiscard]] std::vector<ReportSection> month_sections(const MonthReport& report);

// What became of a note; `command` prints its text.
[[nodiscard]] std::string note_sentence(const NoteWritten& written, std::string_view command);

}  // namespace starling
