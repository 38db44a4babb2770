// The figures of a story that a telling must not lose, and whether they came back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/star.h"

namespace starling {

// What is asked for in one line, and each figure that belongs into it.
struct FigureAsked {
  enum class Of { Metric, Result, Date } of = Of::Metric;
  std::string name;                // "night pages per week"
  std::string ask;                 // "night pages per week: from what to what?"
  std::vector<std::string> right;  // as the story has them: "23", "2"; of a date one, the story's `when`
};
// A line for each metric that has a number at either end; where there is none one for the numbers of the result, at most
// kResultFigures of them; and when it happened. Nothing for an introduction.
[[nodiscard]] std::vector<FigureAsked> figures_asked(const Story& story);
inline constexpr std::size_t kResultFigures = 4;

// What came back of the figures of one line, or of all.
struct FiguresGiven {
  int right = 0;
  int of = 0;
  [[nodiscard]] bool all() const { return right == of; }
  FiguresGiven& operator+=(const FiguresGiven& more);
  bool operator==(const FiguresGiven&) const = default;
};
// A figure is right when its number is the same, in whatever unit that measures the same thing; of a metric the two ends
// in their order, of a result in any. A date is right by its year, and by its month where one was typed: those in which
// the story began or ended.
[[nodiscard]] FiguresGiven figures_given(const FigureAsked& asked, std::string_view typed);

// A text that is one number and what it counts: "131 harbours", "1.8 M EUR a year", "two people". Nothing where it says more.
struct OnlyFigure {
  double value = 0;
  std::string unit;
};
[[nodiscard]] std::optional<OnlyFigure> only_figure(std::string_view text);

}  // namespace starling
