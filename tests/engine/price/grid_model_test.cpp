// A memory with two traces on a grid that has one.
#include <cmath>

#include "engine/price/learners.h"
#include "price/grid_model.h"
#include "price/worth_table.h"

using namespace starling;
using namespace starling::test;

namespace {

const Weights& seven() { return default_weights(ModelKind::Fsrs7); }

// Memories of many lives: each card is forgotten once, at another time.
std::vector<MemoryState> many_memories(const MemoryModel& model) {
  std::vector<MemoryState> memories;
  for (const Grade first : kGrades)
    for (const int forgotten : {1, 3, 9})
      for (const int wait : {1, 3, 8, 20}) {
        const auto looked_at = [&](const MemoryState& memory) { return model.after_review(memory, {WholeDays{0}, kUntilNextLook}, Grade::Good); };
        MemoryState memory = model.first_review(first);
        if (first < Grade::Good) memory = looked_at(memory);
        for (int review = 0; review < 7; ++review) {
          memories.push_back(memory);
          const int days = std::max(1, wait * (review + 1) / 2);
          memory = model.after_review(memory, elapsed_days(WholeDays{days}), review == forgotten ? Grade::Again : Grade::Good);
          if (review == forgotten) memory = looked_at(memory);
        }
      }
  return memories;
}

bool is_between_0_and_1(double share) { return share >= 0 && share <= 1; }

}  // namespace

TEST_CASE("of FSRS-6 what stands on the grid is what its model has") {
  const GridModel grid{default_weights()};
  const Fsrs6 model(default_fsrs6_weights());
  const MemoryState memory{Stability{7}, Difficulty{4}};
  CHECK(grid.difficulties() == kDifficultySteps);
  CHECK(grid.memory_at(9, 5) == grid_memory(9, 5));
  CHECK(grid.recall(9, memory) == model.recall_after(9, memory.stability));
  for (const Grade grade : kGrades) CHECK(grid.after_review(memory, 9)[index_of(grade)] == model.after_review(memory, WholeDays{9}, grade));
}

TEST_CASE("of FSRS-7 a place on the grid is recalled as the memories that stand there are") {
  const GridModel grid{seven()};
  const MemoryModel model{seven()};
  double squares = 0;
  int count = 0;
  for (const MemoryState& memory : many_memories(model)) {
    const GridPlace place = grid_place(stability_step(memory.stability), grid.difficulty_of(memory));
    for (const int days : {2, 7, 30, 90}) {
      double recall = 0;
      for (std::size_t i = 0; i < place.cells.size(); ++i)
        recall += place.shares[i] * grid.recall(days, grid.memory_at(place.cells[i] % kStabilitySteps, place.cells[i] / kStabilitySteps));
      const double wrong = recall - model.recall_after(elapsed_days(WholeDays{days}), memory);
      CHECK(std::abs(wrong) < 0.04);
      squares += wrong * wrong;
      ++count;
    }
  }
  CHECK(std::sqrt(squares / count) < 0.008);
}

TEST_CASE("of FSRS-7 a review today adds what it would by the model itself") {
  Threads threads(2);
  const int days = 30;
  const ReviewMoves moves(seven(), {}, {}, days + 20, threads);
  const MemoryModel model{seven()};
  Outlook outlook = days_of(days, 0.01);
  std::ranges::fill(outlook.seconds, 0);
  outlook.seconds.front() = 60;  // today and never again
  outlook.doubt = 0;
  const Prices free{std::vector<double>(static_cast<std::size_t>(days), 1e-9), 0, 0, 0, 0, 0};
  for (const MemoryState& memory : many_memories(model)) {
    HeldItem item{memory, 9, {}};
    outlook.held = {item};
    const DayWorth worth(moves, outlook, free, threads);
    ReviewGain gain;
    worth.gains(item, std::span(&gain, 1));
    const auto on_the_day = [&](const MemoryState& of, int after) {
      return worth_of_recall(model.recall_after(elapsed_days(WholeDays{after}), of), outlook.doubt);
    };
    const double recall = model.recall_after(elapsed_days(WholeDays{9}), memory);
    const Habits habits;
    double with = 0;
    for (const Grade grade : kGrades) {
      MemoryState after = model.after_review(memory, elapsed_days(WholeDays{9}), grade);
      if (grade == Grade::Again) after = model.after_review(after, {WholeDays{0}, kUntilNextLook}, Grade::Good);
      with += (grade == Grade::Again ? 1 - recall : recall * habits.recalled_shares[index_of(grade) - 1]) * on_the_day(after, days);
    }
    CHECK(gain.per_second * gain.seconds == doctest::Approx(with - on_the_day(memory, days + 9)).epsilon(0.02).scale(1));
  }
}

TEST_CASE("weights at their limits give numbers, and chances that are chances") {
  for (const ModelKind kind : kModelKinds)
    for (const bool high : {false, true}) {
      Weights weights = default_weights(kind);
      const auto limits = weight_limits(kind);
      for (std::size_t i = 0; i < limits.size(); ++i) weights.numbers()[i] = high ? limits[i].high : limits[i].low;
      const GridModel grid{clipped(weights)};
      for (int s = 0; s < kStabilitySteps; s += 4)
        for (int d = 0; d < grid.difficulties(); d += 3) {
          const MemoryState memory = grid.memory_at(s, d);
          CHECK(is_between_0_and_1(grid.recall(12, memory)));
          for (const MemoryState& after : grid.after_review(memory, 3)) {
            CHECK(is_between_0_and_1(grid.recall(12, after)));
            CHECK(grid.difficulty_of(after).lower + 1 < grid.difficulties());
          }
        }
    }
}
