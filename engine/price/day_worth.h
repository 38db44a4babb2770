// What a review on each day adds to what will be known on the day, at given prices.
#pragma once

#include <span>
#include <vector>

#include "price/outlook.h"
#include "price/prices.h"
#include "price/worth_table.h"

namespace starling {

// A review of an item on one day. Zero where nothing can be asked: on a day off, and on the day of the last review.
struct ReviewGain {
  double per_second = 0;  // what it adds over the best later review, or none; below the day's price it pays to wait
  double seconds = 0;     // expected
};

class DayWorth {
 public:
  // The choice of the best, no temperature. `moves` outlives this.
  DayWorth(const ReviewMoves& moves, const Outlook& outlook, const Prices& prices, Threads& threads);

  [[nodiscard]] int days_left() const { return days_left_; }

  // Of each day from today on, as many as `gains` holds, at most days_left. An item that has waited longer than those of
  // the outlook counts as the longest of them, and one of another weight as the nearest that they have.
  void gains(const HeldItem& item, std::span<ReviewGain> gains) const;

  // Worth of beginning an item on a day from today on, less what its reviews will cost. One of a weight that none of the
  // outlook has counts as the nearest that they have.
  [[nodiscard]] double worth_of_new(int day, const ItemWeight& weight = {}) const;
  // Of an item as it stands, likewise.
  [[nodiscard]] double worth_of(const HeldItem& item) const;

 private:
  struct Ahead {  // of one ratio
    std::vector<float> price;  // by days left
    std::vector<float> after;  // worth just after a review, by days left, outcome, difficulty and stability
    WorthTable table;
  };

  [[nodiscard]] const Ahead& ahead_of(const ItemWeight& weight) const { return ahead_[nearest_ratio(ratios_, weight)]; }
  [[nodiscard]] int left_of(const Ahead& ahead, const HeldItem& item) const;

  const ReviewMoves& moves_;
  int days_left_;
  std::size_t cells_;
  std::vector<double> ratios_;
  std::vector<Ahead> ahead_;
};

}  // namespace starling
