// What a review does to a memory on the grid, and what it takes: worked out once for one set of weights and habits.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "memory/memory.h"
#include "price/grid.h"
#include "price/grid_model.h"
#include "price/habits.h"
#include "threads/threads.h"

namespace starling {

// More looks on the same day, each graded good.
struct LookSteps {
  std::array<int, 4> after_first{1, 1, 0, 0};  // by the first grade
  int after_lapse = 1;
};

// What may come of a review: the four grades in the order of kGrades, the first at high recall, and behind them a lapse at
// low recall. How difficulty moves hangs on the grade alone, but of FSRS-7 after a lapse on recall too, evenly between
// those two.
inline constexpr int kMostOutcomes = 5;

// One review of a cell after one interval. Plain arrays: passes that are compiled for several kinds of processor read it.
struct ReviewMove {
  // Of each outcome: its chance times the shares of the step of stability `to` and of the next.
  float shares[2 * kMostOutcomes] = {};
  float seconds = 0;  // expected, with the looks after a lapse
  std::uint8_t to[kMostOutcomes] = {};
};

class ReviewMoves {
 public:
  // `longest` is the longest interval in days, at least 1. Times below a tenth of a second count as that.
  // `stability_factor` is as GridModel takes it.
  ReviewMoves(const Weights& weights, const Habits& habits, const LookSteps& steps, int longest, Threads& threads,
              double stability_factor = 1);

  [[nodiscard]] int longest() const { return longest_; }
  [[nodiscard]] const GridModel& model() const { return model_; }
  // Of one step of difficulty (GridModel): by interval from 0 (which nobody takes), then by step of stability.
  [[nodiscard]] std::span<const ReviewMove> of_difficulty(int difficulty) const;
  [[nodiscard]] const ReviewMove& of(int cell, int interval) const;
  // How many outcomes are told apart: 4 for FSRS-6.
  [[nodiscard]] int outcomes() const { return outcomes_; }
  // Where an outcome takes a step of difficulty.
  [[nodiscard]] GridStep difficulty_after(int difficulty, int outcome) const;
  // The four cells around a memory, and the share of each.
  [[nodiscard]] GridPlace place_of(const MemoryState& memory) const {
    return grid_place(stability_step(memory.stability), model_.difficulty_of(memory));
  }

  // After the first sight and its looks, by grade, and the share that begins so.
  [[nodiscard]] const std::array<MemoryState, 4>& first_memories() const { return first_; }
  [[nodiscard]] const std::array<double, 4>& first_shares() const { return first_shares_; }
  [[nodiscard]] double first_seconds() const { return first_seconds_; }
  // Expected, of a memory that is recalled in nine of ten cases.
  [[nodiscard]] double usual_seconds() const;

 private:
  [[nodiscard]] ReviewMove move_of(const MemoryState& before, int interval) const;
  [[nodiscard]] GridStep difficulty_by(int difficulty, Grade grade, double recall) const;
  // Takes a share of a lapse for one at low recall.
  static void split_lapse(ReviewMove& move, float low);

  GridModel model_;
  int outcomes_;
  int longest_;
  std::array<double, 3> recalled_shares_{};
  std::array<double, 4> seconds_{};  // by grade, with the looks
  int looks_after_lapse_;
  std::vector<ReviewMove> moves_;  // by difficulty, interval, stability
  std::vector<std::array<GridStep, kMostOutcomes>> difficulty_;
  std::array<MemoryState, 4> first_{};
  std::array<double, 4> first_shares_{};
  double first_seconds_ = 0;
};

}  // namespace starling
