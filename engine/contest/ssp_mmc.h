// The intervals that reach a lasting memory in the fewest seconds (after J. Ye, J. Su and Y. Cao, 2022), and in the last two
// weeks once more over everything.
#pragma once

#include <array>
#include <vector>

#include "contest/rival.h"

namespace starling {

// A stochastic shortest path: from any memory, by reviews that are recalled or not, to a stability of so many days. What
// a day is worth does not count, only seconds. Between two steps of the grid the target is blurred over them.
class ShortestPath {
 public:
  // By value iteration over the grid of `moves`, which outlives this. `near`: of other weights, to begin from.
  ShortestPath(const ReviewMoves& moves, double target_days, const ShortestPath* near = nullptr);

  [[nodiscard]] bool is_there(const MemoryState& memory) const { return memory.stability.days >= target_days_; }
  // Days to the next review of a memory that is not there, 1 to the longest of the moves.
  [[nodiscard]] int interval_days(const MemoryState& memory) const;
  // Expected, until it is there.
  [[nodiscard]] double seconds(const MemoryState& memory) const;

 private:
  struct TimedReview {
    int days = 1;
    double seconds = 0;
  };
  [[nodiscard]] double seconds_by(int cell, int interval) const;
  [[nodiscard]] TimedReview best_of(int cell) const;
  void look_ahead();
  double improve();
  void follow_choices();

  const ReviewMoves& moves_;
  double target_days_;
  int open_steps_ = 0;         // of stability, below the target
  std::vector<double> costs_;  // by cell: expected seconds
  std::vector<int> choices_;   // by cell
  // By difficulty before a review, grade and step of stability after it: the costs there.
  std::array<std::array<std::array<double, kStabilitySteps>, 4>, kDifficultySteps> ahead_{};
};

[[nodiscard]] Rival ssp_mmc_rival(double target_days);

}  // namespace starling
