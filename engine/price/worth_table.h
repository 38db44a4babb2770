// What a memory on the grid is worth with so many days left, when every review is taken where it pays most; and where
// items go that are reviewed so.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "price/day_passes.h"
#include "price/moves.h"
#include "price/outlook.h"
#include "threads/threads.h"

namespace starling {

// Days count backwards: with 1 day left comes the last review, with 0 the day itself. A row has more days left than
// there are from today on, for what was last reviewed before today.
class WorthTable {
 public:
  // `days_left` from today on, at least 1; `waited` is the longest that an item has waited by then. Recall R on the day
  // is worth R - doubt (1 - R)^2, and on an earlier day that times its worth (kMostEarlierDays at most). `moves` and `threads` outlive this; `moves`
  // reaches at least days_left + waited - 1. `made` is as chances_made answers it.
  WorthTable(const ReviewMoves& moves, int days_left, int waited, double doubt, Threads& threads,
             std::span<const EarlierDay> earlier = {}, std::span<const float> made = {}, const DayPasses& passes = fastest_day_passes());

  // So many items have this memory since a review with so many days left.
  void place(const MemoryState& memory, int left, double items);

  // By the price of a second with so many days left, from 0 on (where nothing is asked); kNotAsked for a day off. Of the
  // chances of a soft choice, each as high as e^(worth / heat), or with heat 0 of the best choice.
  static constexpr float kNotAsked = 1e9f;
  void value(std::span<const float> price, double heat);

  // Of the placed items; after `value`.
  [[nodiscard]] double placed_worth() const;
  [[nodiscard]] double placed() const;
  [[nodiscard]] int longest_row() const { return longest_row_; }
  [[nodiscard]] double worth(const MemoryState& memory, int left) const;
  // Of one that is begun then, expected over the first grades.
  [[nodiscard]] double worth_of_new(int left) const;
  // Just after a review: by days left up to days_left, outcome, and cell before it whose stability is that after it.
  [[nodiscard]] std::vector<float> after_reviews() const;
  // Without another review.
  [[nodiscard]] double rest(int cell, int left) const { return static_cast<double>(rest_[at(cell, left)]); }
  // Whether days are skipped, and then the chance that a review planned for one is made.
  [[nodiscard]] bool skips_days() const { return !made_.empty(); }
  [[nodiscard]] float made(int left) const { return made_[static_cast<std::size_t>(left)]; }
  [[nodiscard]] std::size_t earlier_days() const { return earlier_.size(); }
  // Whether what is next reviewed with `left` days left is so from that earlier day on, and what then counts on it.
  [[nodiscard]] bool counts_earlier(std::size_t day, int left) const { return left <= earlier_[day].left; }
  [[nodiscard]] double earlier(std::size_t day, int cell, int reviewed_left) const {
    return static_cast<double>(earlier_[day].worth[at(cell, reviewed_left)]);
  }

  // Lets the placed items be reviewed by the chances of the last `value`, whose heat was above 0.
  void flow();
  // Seconds of review with so many days left, and the sum of p (1 - p) seconds^2: how they give way to a price.
  [[nodiscard]] double load(int left) const { return load_[static_cast<std::size_t>(left)]; }
  [[nodiscard]] double bend(int left) const { return bend_[static_cast<std::size_t>(left)]; }

 private:
  using Block = std::array<float, kMostOutcomes * kStabilitySteps * kDaysAbreast>;
  using Leaving = std::array<float, kMostOutcomes * kStabilitySteps>;
  struct alignas(64) Abreast {
    Block ahead{};
    Block arriving{};
    std::array<Leaving, 2> leaving{};  // one day of `arriving`, for the others to read
    std::array<float, kDaysAbreast> load{};
    std::array<float, kDaysAbreast> bend{};
  };

  [[nodiscard]] std::size_t at(int row, int left) const {
    return static_cast<std::size_t>(row) * row_ + static_cast<std::size_t>(left);
  }
  [[nodiscard]] DayRows rows(int difficulty) const;
  [[nodiscard]] EarlierDays earlier_rows(int difficulty) const;
  [[nodiscard]] DaysSkipped skipped_rows(int difficulty, int first_day) const;
  [[nodiscard]] int last_lane(int first_day) const;
  void settle(int difficulty, int left);
  void after_review(int difficulty, int outcome, int left, float* to, std::size_t step) const;
  void see_ahead(int difficulty, int first_day, int lane);
  void push(int difficulty, const ReviewSpan& span);
  void pull(int difficulty, const ReviewSpan& span);
  void gather(int difficulty, int left, std::size_t turn);
  void begin_block(int difficulty, int first_day);
  void end_block(int difficulty, int first_day);

  const ReviewMoves& moves_;
  Threads& threads_;
  DayPasses passes_;
  int difficulties_;
  std::size_t cells_;
  int days_left_;
  int longest_row_;
  std::size_t row_;
  struct Earlier {
    int left;
    std::vector<float> worth;  // by cell: CountsEarlier
  };
  std::vector<Earlier> earlier_;
  std::vector<float> made_;    // by days left; empty: no day is skipped
  std::vector<float> rest_;    // by cell, with what counts earlier
  std::vector<float> best_;    // by cell, as far as it is known
  std::vector<float> sum_;
  std::vector<float> worth_;   // once it is settled: what the other difficulties read
  std::vector<float> placed_;
  std::vector<float> mass_;
  std::vector<float> price_;
  float per_heat_ = 0;
  double heat_ = 0;
  float least_ = 0;
  std::vector<Abreast> abreast_;  // by step of difficulty
  std::vector<std::vector<float>> loads_;  // by step of difficulty
  std::vector<std::vector<float>> bends_;
  std::vector<double> load_;
  std::vector<double> bend_;
};

}  // namespace starling
