#include "price/grid.h"

#include <algorithm>

#include "memory/memory.h"

namespace starling {

namespace {

constexpr double kLeastDifficulty = 1;
constexpr double kMostDifficulty = 10;

double log_step() { return (ln(kMostGridStability) - ln(kLeastGridStability)) / (kStabilitySteps - 1); }

GridStep step_at(double place, int steps) {
  const double inside = std::clamp(place, 0.0, static_cast<double>(steps - 1));
  const int lower = std::min(static_cast<int>(inside), steps - 2);
  return {lower, inside - lower};
}

}  // namespace

GridStep stability_step(Stability stability) {
  const double days = std::clamp(stability.days, kLeastGridStability, kMostGridStability);
  return step_at((ln(days) - ln(kLeastGridStability)) / log_step(), kStabilitySteps);
}

GridStep difficulty_step(Difficulty difficulty) {
  const double width = (kMostDifficulty - kLeastDifficulty) / (kDifficultySteps - 1);
  return step_at((difficulty.level - kLeastDifficulty) / width, kDifficultySteps);
}

MemoryState grid_memory(int stability_step, int difficulty_step) {
  const double width = (kMostDifficulty - kLeastDifficulty) / (kDifficultySteps - 1);
  return {Stability{exp(ln(kLeastGridStability) + stability_step * log_step())},
          Difficulty{kLeastDifficulty + difficulty_step * width}};
}

GridPlace grid_place(const MemoryState& memory) {
  return grid_place(stability_step(memory.stability), difficulty_step(memory.difficulty));
}

GridPlace grid_place(const GridStep& s, const GridStep& d) {
  return {{cell_of(s.lower, d.lower), cell_of(s.lower + 1, d.lower), cell_of(s.lower, d.lower + 1),
           cell_of(s.lower + 1, d.lower + 1)},
          {(1 - s.above) * (1 - d.above), s.above * (1 - d.above), (1 - s.above) * d.above, s.above * d.above}};
}

}  // namespace starling
