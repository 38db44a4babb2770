// Follow-up questions as text: the list of a story, and a drill of them.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/screen.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string probes_screen(const ProbesView& view, const Style& style, int width);

// "Cutting the blast radius of checkout", and below it which question of how many and what kind.
[[nodiscard]] std::string drill_head(const Story& story, const DrillStep& step, std::size_t number, std::size_t of, const Style& style, int width);
// "0:12 of 0:30" with a bar, and what is over.
[[nodiscard]] std::string drill_clock(int seconds, const Style& style, int width);
// The same once it stands: "22 s of 30.", "41 s, 11 over."
[[nodiscard]] std::string took_line(int seconds);
// Each question with its mark.
[[nodiscard]] std::string drill_marks(std::span<const DrillAnswer> answers, const Style& style, int width);
// What became of it. `next` is when the first of the probes comes back.
[[nodiscard]] std::string drill_done_lines(std::span<const DrillAnswer> answers, const DrillKept& kept, const std::string& file,
                                           const std::optional<Day>& next, int width);

}  // namespace starling
