// Comparing typed text with what was meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/answer.h"

namespace starling {

// How far apart two equal numbers may be, relative to the one that was meant: they went through units.
inline constexpr double kSameNumber = 1e-9;

// Against the best of `meant`; the first of them is named in remarks.
[[nodiscard]] Checked check_text(std::string_view given, const std::vector<std::string>& meant, bool keep_case);

// Several gaps: their answers in order, separated by ";" or ",".
[[nodiscard]] Checked check_gaps(std::string_view given, const std::vector<std::string>& gaps);

}  // namespace starling
