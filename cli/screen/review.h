// Looking back on a week or a month: as text for a window, and as Markdown.
#pragma once

#include <string>
#include <string_view>

#include "cli/screen.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string week_screen(const WeekReport& report, const Style& style, int width);
[[nodiscard]] std::string week_markdown(const WeekReport& report);

[[nodiscard]] std::string month_screen(const MonthReport& report, const Style& style, int width);
[[nodiscard]] std::string month_markdown(const MonthReport& report);

// What became of a note; `command` prints its text.
[[nodiscard]] std::string note_sentence(const NoteWritten& written, std::string_view command);

}  // namespace starling
