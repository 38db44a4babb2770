#include "price/moves.h"

#include <algorithm>
#include <cassert>

namespace starling {

namespace {

constexpr double kLeastSeconds = 0.1;
constexpr double kMostSeconds = 24 * 3600;

// `!(x > y)` takes what is no number for the least.
double counted(double seconds) { return !(seconds > kLeastSeconds) ? kLeastSeconds : std::min(seconds, kMostSeconds); }

// Each at least zero, and together 1.
template <std::size_t N>
std::array<double, N> whole(std::array<double, N> shares) {
  double sum = 0;
  for (double& share : shares) sum += share = share > 0 ? share : 0;
  for (double& share : shares) share = sum > 0 ? share / sum : 1.0 / N;
  return shares;
}

}  // namespace

ReviewMoves::ReviewMoves(const Fsrs6Weights& weights, const Habits& habits, const LookSteps& steps, int longest,
                         Threads& threads, double first_factor)
    : model_(weights),
      longest_(longest),
      recalled_shares_(whole(habits.recalled_shares)),
      looks_after_lapse_(std::max(steps.after_lapse, 0)),
      moves_(index_of((longest + 1) * kCells)),
      first_shares_(whole(habits.first_shares)) {
  assert(longest >= 1);
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    const int looks = std::max(steps.after_first[i], 0);
    seconds_[i] = counted(habits.review_seconds[i] + (i == 0 ? looks_after_lapse_ * habits.step_seconds : 0));
    first_[i] = looked_at(model_.first_review(kGrades[i]), looks);
    first_[i].stability.days *= first_factor;
    first_seconds_ += first_shares_[i] * counted(habits.first_seconds[i] + looks * habits.step_seconds);
  }
  threads.run(kDifficultySteps, [&](std::size_t d, std::size_t) {
    const int step = static_cast<int>(d);
    ReviewMove* move = &moves_[d * index_of(longest_ + 1) * kStabilitySteps];
    for (int interval = 0; interval <= longest_; ++interval)
      for (int s = 0; s < kStabilitySteps; ++s) *move++ = move_of(grid_memory(s, step), std::max(interval, 1));
    const auto after = model_.outcomes(grid_memory(0, step), WholeDays{1}, 0.9);
    for (std::size_t i = 0; i < kGrades.size(); ++i) {
      const MemoryState& memory = after[i].state;
      difficulty_[d][i] = difficulty_step((i == 0 ? looked_at(memory, looks_after_lapse_) : memory).difficulty);
    }
  });
}

MemoryState ReviewMoves::looked_at(MemoryState memory, int looks) const {
  for (int i = 0; i < looks; ++i) memory = model_.after_review(memory, WholeDays{0}, Grade::Good);
  return memory;
}

ReviewMove ReviewMoves::move_of(const MemoryState& before, int interval) const {
  const double recalled = model_.recall_after(interval, before.stability);
  const auto after = model_.outcomes(before, WholeDays{interval}, 0.9);
  ReviewMove move;
  double seconds = 0;
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    const double chance = i == 0 ? 1 - recalled : recalled * recalled_shares_[i - 1];
    const MemoryState memory = i == 0 ? looked_at(after[i].state, looks_after_lapse_) : after[i].state;
    const GridStep to = stability_step(memory.stability);
    move.to[i] = static_cast<std::uint8_t>(to.lower);
    move.shares[2 * i] = static_cast<float>(chance * (1 - to.above));
    move.shares[2 * i + 1] = static_cast<float>(chance * to.above);
    seconds += chance * seconds_[i];
  }
  move.seconds = static_cast<float>(seconds);
  return move;
}

std::span<const ReviewMove> ReviewMoves::of_difficulty(int difficulty_step) const {
  const std::size_t count = index_of(longest_ + 1) * kStabilitySteps;
  return std::span(moves_).subspan(index_of(difficulty_step) * count, count);
}

const ReviewMove& ReviewMoves::of(int cell, int interval) const {
  return of_difficulty(cell / kStabilitySteps)[index_of(interval * kStabilitySteps + cell % kStabilitySteps)];
}

GridStep ReviewMoves::difficulty_after(int difficulty_step, Grade grade) const {
  return difficulty_[index_of(difficulty_step)][index_of(grade)];
}

double ReviewMoves::usual_seconds() const {
  constexpr double kRecalled = 0.9;
  double seconds = (1 - kRecalled) * seconds_[0];
  for (std::size_t i = 0; i < 3; ++i) seconds += kRecalled * recalled_shares_[i] * seconds_[i + 1];
  return seconds;
}

}  // namespace starling
