// The page for the eve of the interview as text and as Markdown.
#pragma once

#include <string>
#include <string_view>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string sheet_screen(const SheetView& view, const Style& style, int width);
[[nodiscard]] std::string sheet_markdown(const SheetView& view);

// "Sheet for Fri 7 May 2027", "18 stories: openings and figures", and the sentences below the principles: what has no
// story, what is not finished; each empty where there is nothing to say.
[[nodiscard]] std::string sheet_title(const SheetView& view);
[[nodiscard]] std::string sheet_lead(const SheetView& view);
[[nodiscard]] std::string sheet_gaps(const SheetView& view);
[[nodiscard]] std::string sheet_unfinished(const SheetView& view);
// The titles of stories that stand whole under another principle, between semicolons.
[[nodiscard]] std::string second_angles(const SheetPrinciple& of);

}  // namespace starling
