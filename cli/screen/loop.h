// The rounds of the interview with their stories, and the page for one interviewer, as text and as Markdown.
#pragma once

#include <string>
#include <vector>

#include "cli/screen/sections.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string loop_screen(const LoopView& view, const Style& style, int width);
[[nodiscard]] std::string loop_markdown(const LoopView& view);

// "The loop on Fri 7 May 2027", "16 places: 12 have a story, 5 a backup.", and the rounds and what is open as a report.
[[nodiscard]] std::string loop_title(const LoopView& view);
[[nodiscard]] std::string loop_lead(const LoopView& view);
// What the rounds are by: a sentence; empty where they are the learner's own.
[[nodiscard]] std::string loop_source(const LoopView& view);
[[nodiscard]] std::vector<ReportSection> loop_sections(const LoopView& view);

[[nodiscard]] std::string round_sheet_screen(const RoundSheetView& view, const Style& style, int width);
[[nodiscard]] std::string round_sheet_markdown(const RoundSheetView& view);
// "bar-raiser, Fri 7 May 2027, 60 min, Ana": what is known of a round.
[[nodiscard]] std::string round_facts(const Round& round);
// The sentence that stands where a principle has no story, or a round no principles.
[[nodiscard]] std::string sheet_place_lack(const RoundSheetPlace& place);
[[nodiscard]] std::string sheet_round_lack(const RoundSheetView& view);

}  // namespace starling
