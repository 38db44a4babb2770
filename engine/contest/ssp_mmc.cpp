#include "contest/ssp_mmc.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "contest/final_pass.h"

namespace starling {

namespace {

constexpr double kSettledSeconds = 0.01;
constexpr int kMostRounds = 200;
constexpr int kFollowed = 20;  // cheap sweeps by the same choices, for each that looks for better ones

// Holds the path of the believed weights, and each card's next interval, for one life.
class ByPath {
 public:
  explicit ByPath(double target_days) : target_days_(target_days) {}

  std::vector<int> order(const Desk& desk) {
    if (!path_ || desk.model.weights() != weights_) solve(desk);
    follow(desk);
    return with_final_pass(desk, [&](const ContestCard& card) {
      return desk.waited(card) >= intervals_[static_cast<std::size_t>(&card - desk.cards.data())];
    });
  }

 private:
  void solve(const Desk& desk) {
    weights_ = desk.model.weights();
    auto moves = std::make_unique<ReviewMoves>(weights_, desk.course.habits, desk.course.looks, desk.course.days, threads_);
    path_ = std::make_unique<ShortestPath>(*moves, target_days_, path_.get());
    moves_ = std::move(moves);
    answers_.clear();
  }

  // The intervals of what was begun or reviewed since.
  void follow(const Desk& desk) {
    answers_.resize(desk.cards.size());
    intervals_.resize(desk.cards.size());
    for (std::size_t i = 0; i < desk.cards.size(); ++i) {
      const ContestCard& card = desk.cards[i];
      if (answers_[i] == card.answers) continue;
      answers_[i] = card.answers;
      intervals_[i] = path_->is_there(card.believed) ? std::numeric_limits<int>::max() : path_->interval_days(card.believed);
    }
  }

  double target_days_;
  Threads threads_{1};
  Weights weights_;
  std::unique_ptr<ReviewMoves> moves_;
  std::unique_ptr<ShortestPath> path_;
  std::vector<int> intervals_;  // by card
  std::vector<int> answers_;    // at which the interval was found; none has 0
};

}  // namespace

ShortestPath::ShortestPath(const ReviewMoves& moves, double target_days, const ShortestPath* near)
    : moves_(moves), target_days_(target_days), costs_(kCells), choices_(kCells, 1) {
  while (open_steps_ < kStabilitySteps && !is_there(grid_memory(open_steps_, 0))) ++open_steps_;
  if (near) costs_ = near->costs_;
  for (int round = 0; round < kMostRounds; ++round) {
    if (improve() < kSettledSeconds) break;
    for (int i = 0; i < kFollowed; ++i) follow_choices();
  }
  look_ahead();
}

void ShortestPath::look_ahead() {
  for (int d = 0; d < kDifficultySteps; ++d)
    for (const Grade grade : kGrades) {
      const GridStep to = moves_.difficulty_after(d, static_cast<int>(index_of(grade)));
      for (int s = 0; s < kStabilitySteps; ++s)
        ahead_[index_of(d)][index_of(grade)][index_of(s)] = (1 - to.above) * costs_[index_of(cell_of(s, to.lower))] +
                                                           to.above * costs_[index_of(cell_of(s, to.lower + 1))];
    }
}

double ShortestPath::seconds_by(int cell, int interval) const {
  const ReviewMove& move = moves_.of(cell, interval);
  double seconds = static_cast<double>(move.seconds);
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    const auto& ahead = ahead_[index_of(cell / kStabilitySteps)][i];
    seconds += static_cast<double>(move.shares[2 * i]) * ahead[move.to[i]] +
               static_cast<double>(move.shares[2 * i + 1]) * ahead[move.to[i] + std::size_t{1}];
  }
  return seconds;
}

ShortestPath::TimedReview ShortestPath::best_of(int cell) const {
  TimedReview best{1, std::numeric_limits<double>::infinity()};
  for (int days = 1; days <= moves_.longest(); ++days)
    if (const double seconds = seconds_by(cell, days); seconds < best.seconds) best = {days, seconds};
  return best;
}

// Answers by how much the costs changed at most.
double ShortestPath::improve() {
  look_ahead();
  double most = 0;
  for (int d = 0; d < kDifficultySteps; ++d)
    for (int s = 0; s < open_steps_; ++s) {
      const TimedReview best = best_of(cell_of(s, d));
      double& cost = costs_[index_of(cell_of(s, d))];
      most = std::max(most, std::abs(best.seconds - cost));
      cost = best.seconds;
      choices_[index_of(cell_of(s, d))] = best.days;
    }
  return most;
}

void ShortestPath::follow_choices() {
  look_ahead();
  for (int d = 0; d < kDifficultySteps; ++d)
    for (int s = 0; s < open_steps_; ++s) {
      const int cell = cell_of(s, d);
      costs_[index_of(cell)] = seconds_by(cell, choices_[index_of(cell)]);
    }
}

// Between the steps of the grid seconds are interpolated, not days: those of cells that are there mean nothing.
int ShortestPath::interval_days(const MemoryState& memory) const {
  const GridPlace place = grid_place(memory);
  TimedReview best{1, std::numeric_limits<double>::infinity()};
  for (int days = 1; days <= moves_.longest(); ++days) {
    double seconds = 0;
    for (std::size_t i = 0; i < place.cells.size(); ++i)
      if (place.cells[i] % kStabilitySteps < open_steps_) seconds += place.shares[i] * seconds_by(place.cells[i], days);
    if (seconds < best.seconds) best = {days, seconds};
  }
  return best.days;
}

double ShortestPath::seconds(const MemoryState& memory) const {
  const GridPlace place = grid_place(memory);
  double seconds = 0;
  for (std::size_t i = 0; i < place.cells.size(); ++i) seconds += place.shares[i] * costs_[index_of(place.cells[i])];
  return seconds;
}

Rival ssp_mmc_rival(double target_days) {
  return {"ssp-mmc", fmt::format("{:g} d", target_days),
          [=] { return [by = std::make_shared<ByPath>(target_days)](const Desk& desk) { return by->order(desk); }; }};
}

}  // namespace starling
