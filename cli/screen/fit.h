// What `optimise` found out, as text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/screen.h"
#include "fit/fit.h"
#include "study/study.h"

namespace starling {

[[nodiscard]] std::string log_line(const ReviewLog& log, int width);
// `of_what`: "of the fit", "as given".
[[nodiscard]] std::string loss_lines(const WeightsJudged& judged, std::string_view of_what);
[[nodiscard]] std::string trial_lines(std::span<const ModelCandidate> candidates, std::span<const Trial> others,
                                      const Style& style, int width);
[[nodiscard]] std::string calibration_lines(std::span<const CalibrationBin> bins, const Style& style);
// The moves that are farthest say most.
[[nodiscard]] std::string move_lines(const Reschedule& changes, const Style& style, int width);
// Nothing while too few answers were followed by another.
[[nodiscard]] std::string step_lines(const OptimalSteps& steps, const Style& style, int width);
[[nodiscard]] std::string numbers_text(const Weights& weights);

}  // namespace starling
