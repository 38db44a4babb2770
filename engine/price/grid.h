// The grid of memories on which worth is reckoned: even steps of the logarithm of stability, even steps of difficulty,
// and straight lines between them.
#pragma once

#include <array>
#include <cstddef>

#include "memory/memory.h"

namespace starling {

inline constexpr int kStabilitySteps = 45;
inline constexpr int kDifficultySteps = 8;
inline constexpr int kCells = kStabilitySteps * kDifficultySteps;
inline constexpr double kLeastGridStability = 0.01;  // days; memories outside count as the nearest inside
inline constexpr double kMostGridStability = 3000;

// A count as a place in a vector.
[[nodiscard]] constexpr std::size_t index_of(int count) { return static_cast<std::size_t>(count); }

// Between which steps a number lies: the lower one, below the last, and the share of the way to the one above.
struct GridStep {
  int lower = 0;
  double above = 0;
};
[[nodiscard]] GridStep stability_step(Stability stability);
[[nodiscard]] GridStep difficulty_step(Difficulty difficulty);

[[nodiscard]] MemoryState grid_memory(int stability_step, int difficulty_step);

// Cells stand difficulty by difficulty.
[[nodiscard]] constexpr int cell_of(int stability_step, int difficulty_step) {
  return difficulty_step * kStabilitySteps + stability_step;
}

// The four cells around a memory, and the share of each.
struct GridPlace {
  std::array<int, 4> cells{};
  std::array<double, 4> shares{};
};
[[nodiscard]] GridPlace grid_place(const GridStep& stability, const GridStep& difficulty);
[[nodiscard]] GridPlace grid_place(const MemoryState& memory);

}  // namespace starling
