// Comparing typed text with what was meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/answer.h"

namespace starling {

// How far apart two equal numbers may be, relative to the one that was meant: they went through units.
inline constexpr double kSameNumber = 1e-9;

// What is said of a number that is right where marks are set the other way round (parse_quantity_by_points).
[[nodiscard]] std::string read_by_points(std::string_view given, double value);

struct TextRules {
  bool keep_case = false;
  bool code = false;
  const OtherAnswers& others;
  const std::vector<std::string>& reject;
};

// Against the best of `meant`; the nearest is named in remarks.
[[nodiscard]] Checked check_text(std::string_view given, const std::vector<std::string>& meant, const TextRules& rules);

// Several gaps, each with all that is right there: the answers in order, separated by ";" or ",".
[[nodiscard]] Checked check_gaps(std::string_view given, const std::vector<std::vector<std::string>>& gaps,
                                 const TextRules& rules);

}  // namespace starling
