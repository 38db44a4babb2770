// What a review does to a memory on the grid, and what it takes: worked out once for one set of weights and habits.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "memory/memory.h"
#include "price/grid.h"
#include "price/habits.h"
#include "threads/threads.h"

namespace starling {

// More looks on the same day, each graded good.
struct LookSteps {
  std::array<int, 4> after_first{1, 1, 0, 0};  // by the first grade
  int after_lapse = 1;
};

// One review of a cell after one interval. How difficulty moves hangs on the grade alone. Plain arrays: passes that are
// compiled for several kinds of processor read it.
struct ReviewMove {
  // Of each grade, in the order of kGrades: its chance times the shares of the step of stability `to` and of the next.
  float shares[8] = {};
  float seconds = 0;  // expected, with the looks after a lapse
  std::uint8_t to[4] = {};
};

class ReviewMoves {
 public:
  // Of FSRS-6. `longest` is the longest interval in days, at least 1. Times below a tenth of a second count as that.
  // `first_factor` is of the stability after the first sight: of a learner who keeps longer or less long than the weights say.
  ReviewMoves(const Fsrs6Weights& weights, const Habits& habits, const LookSteps& steps, int longest, Threads& threads,
              double first_factor = 1);

  [[nodiscard]] int longest() const { return longest_; }
  // Of one step of difficulty: by interval from 0 (which nobody takes), then by step of stability.
  [[nodiscard]] std::span<const ReviewMove> of_difficulty(int difficulty_step) const;
  [[nodiscard]] const ReviewMove& of(int cell, int interval) const;
  // Where a grade takes a step of difficulty.
  [[nodiscard]] GridStep difficulty_after(int difficulty_step, Grade grade) const;
  // Chance of recall so many days after a review.
  [[nodiscard]] double recall(int days, Stability stability) const { return model_.recall_after(days, stability); }

  // After the first sight and its looks, by grade, and how many in a hundred begin so.
  [[nodiscard]] const std::array<MemoryState, 4>& first_memories() const { return first_; }
  [[nodiscard]] const std::array<double, 4>& first_shares() const { return first_shares_; }
  [[nodiscard]] double first_seconds() const { return first_seconds_; }
  // Expected, of a memory that is recalled in nine of ten cases.
  [[nodiscard]] double usual_seconds() const;

 private:
  [[nodiscard]] ReviewMove move_of(const MemoryState& before, int interval) const;
  [[nodiscard]] MemoryState looked_at(MemoryState memory, int looks) const;

  Fsrs6 model_;
  int longest_;
  std::array<double, 3> recalled_shares_{};
  std::array<double, 4> seconds_{};  // by grade, with the looks
  int looks_after_lapse_;
  std::vector<ReviewMove> moves_;  // by difficulty, interval, stability
  std::array<std::array<GridStep, 4>, kDifficultySteps> difficulty_{};
  std::array<MemoryState, 4> first_{};
  std::array<double, 4> first_shares_{};
  double first_seconds_ = 0;
};

}  // namespace starling
