#include "price/moves.h"

#include <algorithm>
#include <cassert>

namespace starling {

namespace {

constexpr double kLeastSeconds = 0.1;
constexpr double kMostSeconds = 24 * 3600;
// Difficulty after a lapse is taken at these, which is as far apart as reviews are.
constexpr double kHighRecall = 0.95;
constexpr double kLowRecall = 0.35;
// How it moves hangs on no stability.
constexpr int kAnyStability = kStabilitySteps / 2;

double share_of_low(double recall) { return std::clamp((kHighRecall - recall) / (kHighRecall - kLowRecall), 0.0, 1.0); }

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

ReviewMoves::ReviewMoves(const Weights& weights, const Habits& habits, const LookSteps& steps, int longest,
                         Threads& threads, double stability_factor)
    : model_(weights, stability_factor),
      outcomes_(model_.difficulties() > kDifficultySteps ? kMostOutcomes : static_cast<int>(kGrades.size())),
      longest_(longest),
      recalled_shares_(whole(habits.recalled_shares)),
      looks_after_lapse_(std::max(steps.after_lapse, 0)),
      moves_(index_of((longest + 1) * model_.difficulties() * kStabilitySteps)),
      difficulty_(index_of(model_.difficulties())),
      first_shares_(whole(habits.first_shares)) {
  assert(longest >= 1);
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    const int looks = std::max(steps.after_first[i], 0);
    seconds_[i] = counted(habits.review_seconds[i] + (i == 0 ? looks_after_lapse_ * habits.step_seconds : 0));
    first_[i] = model_.looked_at(model_.first_review(kGrades[i]), looks);
    first_seconds_ += first_shares_[i] * counted(habits.first_seconds[i] + looks * habits.step_seconds);
  }
  threads.run(difficulty_.size(), [&](std::size_t d, std::size_t) {
    const int step = static_cast<int>(d);
    ReviewMove* move = &moves_[d * index_of(longest_ + 1) * kStabilitySteps];
    for (int interval = 0; interval <= longest_; ++interval)
      for (int s = 0; s < kStabilitySteps; ++s) *move++ = move_of(model_.memory_at(s, step), std::max(interval, 1));
    for (const Grade grade : kGrades) difficulty_[d][index_of(grade)] = difficulty_by(step, grade, kHighRecall);
    difficulty_[d].back() = difficulty_by(step, Grade::Again, kLowRecall);
  });
}

// It moves evenly with recall: two reviews say how.
GridStep ReviewMoves::difficulty_by(int difficulty, Grade grade, double recall) const {
  constexpr int kSoon = 1;
  constexpr int kLate = 150;
  const MemoryState before = model_.memory_at(kAnyStability, difficulty);
  const auto after = [&](int days) {
    const MemoryState memory = model_.after_review(before, days)[index_of(grade)];
    return grade == Grade::Again ? model_.looked_at(memory, looks_after_lapse_) : memory;
  };
  MemoryState soon = after(kSoon);
  const double early = model_.believed_recall(kSoon, before);
  const double late = model_.believed_recall(kLate, before);
  const double per_recall = (soon.difficulty.level - after(kLate).difficulty.level) / std::max(early - late, 1e-6);
  soon.difficulty.level += (recall - early) * per_recall;
  return model_.difficulty_of(soon);
}

ReviewMove ReviewMoves::move_of(const MemoryState& before, int interval) const {
  const double recalled = model_.recall(interval, before);
  const auto after = model_.after_review(before, interval);
  ReviewMove move;
  double seconds = 0;
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    const double chance = i == 0 ? 1 - recalled : recalled * recalled_shares_[i - 1];
    const MemoryState memory = i == 0 ? model_.looked_at(after[i], looks_after_lapse_) : after[i];
    const GridStep to = stability_step(memory.stability);
    move.to[i] = static_cast<std::uint8_t>(to.lower);
    move.shares[2 * i] = static_cast<float>(chance * (1 - to.above));
    move.shares[2 * i + 1] = static_cast<float>(chance * to.above);
    seconds += chance * seconds_[i];
  }
  if (outcomes_ == kMostOutcomes) split_lapse(move, static_cast<float>(share_of_low(model_.believed_recall(interval, before))));
  move.seconds = static_cast<float>(seconds);
  return move;
}

void ReviewMoves::split_lapse(ReviewMove& move, float low) {
  move.to[kMostOutcomes - 1] = move.to[0];
  for (std::size_t i = 0; i < 2; ++i) {
    move.shares[2 * (kMostOutcomes - 1) + i] = low * move.shares[i];
    move.shares[i] *= 1 - low;
  }
}

std::span<const ReviewMove> ReviewMoves::of_difficulty(int difficulty) const {
  const std::size_t count = index_of(longest_ + 1) * kStabilitySteps;
  return std::span(moves_).subspan(index_of(difficulty) * count, count);
}

const ReviewMove& ReviewMoves::of(int cell, int interval) const {
  return of_difficulty(cell / kStabilitySteps)[index_of(interval * kStabilitySteps + cell % kStabilitySteps)];
}

GridStep ReviewMoves::difficulty_after(int difficulty, int outcome) const {
  return difficulty_[index_of(difficulty)][index_of(outcome)];
}

double ReviewMoves::usual_seconds() const {
  constexpr double kRecalled = 0.9;
  double seconds = (1 - kRecalled) * seconds_[0];
  for (std::size_t i = 0; i < 3; ++i) seconds += kRecalled * recalled_shares_[i] * seconds_[i + 1];
  return seconds;
}

}  // namespace starling
