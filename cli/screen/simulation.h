// Simulated lives as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string simulation_screen(const Run& run, const Simulation& result, int learners, const Style& style,
                                            int width);
// Several side by side, one line each.
[[nodiscard]] std::string simulations_screen(std::span<const Run> runs, std::span<const Simulation> results, int learners,
                                             const Style& style, int width);

}  // namespace starling
