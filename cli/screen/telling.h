// A story as it is told: the clock, its figures, and then its text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/screen.h"
#include "cli/tell.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string principles_line(const Story& story);
// Title, question, principle and length of what is to be told.
[[nodiscard]] std::string telling_head(const TellingTask& task, const Style& style, int width);
// The clock and the sections with the times that the target gives each; `marks` are the seconds at which those behind the
// first began. An introduction has no sections.
[[nodiscard]] std::string clock_face(StoryKind kind, int seconds, int target, std::span<const int> marks, const Style& style,
                                     int width);
// When each section began, beside when it was to begin; empty without marks.
[[nodiscard]] std::string marks_text(std::span<const int> marks, int target, const Style& style, int width);

// What was typed to a line that asks for figures.
struct FigureAnswer {
  FigureAsked asked;
  std::string typed;
  FiguresGiven given;
};
// Counts them into the telling, as its part "figures"; nothing where none were asked for.
void add_figures(EndedTelling& ended, std::span<const FigureAnswer> answers);
// What was typed beside what is right.
[[nodiscard]] std::string figures_text(std::span<const FigureAnswer> answers, const Style& style, int width);

// The text of that length, its sections with their words and shares.
[[nodiscard]] std::string telling_body(const Story& story, int length, const Style& style, int width);

}  // namespace starling
