// A memory model on the grid, where a memory is a stability and a difficulty alone. Of FSRS-6 it is just that. Of FSRS-7
// the stability is the slow trace's, and there are two layers of difficulty, one behind the other: of memories that were
// recalled since they were new or forgotten, with the fast trace that is usual beside such a slow one, and of those that
// were not, whose fast trace is a fixed part of the slow one. A test holds recall there to .008 of the model's own.
#pragma once

#include <array>
#include <vector>

#include "memory/memory.h"
#include "price/grid.h"

namespace starling {

// When one looks again on the same day.
inline constexpr FractionalDays kUntilNextLook{10.0 / 1440};

class GridModel {
 public:
  // Of a learner who keeps each memory so many times as long as the weights say, and whose memories grow as they say.
  explicit GridModel(const Weights& weights, double stability_factor = 1);

  // Steps of difficulty in all layers; between the last step of a layer and the first of the next lies nothing.
  [[nodiscard]] int difficulties() const { return usual_.empty() ? kDifficultySteps : 2 * kDifficultySteps; }
  // Where a memory stands, in its layer.
  [[nodiscard]] GridStep difficulty_of(const MemoryState& memory) const;
  // What stands at a step of stability and one of difficulty.
  [[nodiscard]] MemoryState memory_at(int stability_step, int difficulty) const;

  // Chance of recall so many days after a review.
  [[nodiscard]] double recall(int days, const MemoryState& memory) const { return believed_recall(days, scaled(memory, stability_factor_)); }
  // As the weights say.
  [[nodiscard]] double believed_recall(int days, const MemoryState& memory) const { return model_.recall_after(elapsed_days(WholeDays{days}), memory); }
  // Whole days until recall falls to a share between 0 and 1, at least 1.
  [[nodiscard]] int days_to(double recall, const MemoryState& memory) const;
  // By grade, in the order of kGrades.
  [[nodiscard]] std::array<MemoryState, 4> after_review(const MemoryState& memory, int days) const;
  [[nodiscard]] MemoryState first_review(Grade grade) const { return model_.first_review(grade); }
  // So many more looks on the same day, each kUntilNextLook after the other and graded good.
  [[nodiscard]] MemoryState looked_at(MemoryState memory, int looks) const;

 private:
  // Logarithms of a slow trace and of the fast one that goes with it.
  struct Usual {
    double slow;
    double fast;
  };

  [[nodiscard]] std::vector<Usual> usual_traces() const;
  [[nodiscard]] double usual_fast_days(double slow_days) const;

  MemoryModel model_;
  double stability_factor_;
  std::vector<Usual> usual_;  // rising; empty for FSRS-6
};

}  // namespace starling
