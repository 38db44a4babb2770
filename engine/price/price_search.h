// The search for the prices of an outlook.
#pragma once

#include <span>
#include <vector>

#include "price/prices.h"
#include "price/worth_table.h"

namespace starling {

// The items of an outlook in tables, one for each of `ratios`; each item as often as it is worth.
[[nodiscard]] std::vector<WorthTable> placed_tables(const ReviewMoves& moves, const Outlook& outlook, std::span<const double> ratios,
                                                    Threads& threads);
// `price` by days left, in worth of a card, as the table of `ratio` takes it.
[[nodiscard]] std::vector<float> price_for(double ratio, const Outlook& outlook, std::span<const double> price);
// Seconds by days left, from 0 on: those of the outlook, and half a review, for the last one of a day is begun when there
// is time left and takes what it takes.
[[nodiscard]] std::vector<double> room_of(const ReviewMoves& moves, const Outlook& outlook);
// Prices by day from today on, by days left.
[[nodiscard]] std::vector<double> by_days_left(const Outlook& outlook, std::span<const double> by_day);

class PriceSearch {
 public:
  PriceSearch(const ReviewMoves& moves, const Outlook& outlook, Threads& threads);

  // `first` by day from today on; at least one stage.
  [[nodiscard]] Prices run(std::span<const double> first, std::span<const PriceStage> stages, FoundFor found_for);

 private:
  struct Standing {
    std::vector<double> price;  // by days left
    double dual = 0;
    std::vector<double> toward;  // by days left: where the logarithm of the price goes
    double overload = 0;
    double unsettled = 0;
    double too_low = 0;  // all prices: what they ask for over the room, weighed by price, as a share of it
  };

  [[nodiscard]] bool is_off(std::size_t left) const { return room_[left] <= 0; }
  // The heat of a stage at these prices.
  [[nodiscard]] double heat_at(const Heat& heat, std::span<const double> price) const;
  [[nodiscard]] double dual_at(std::span<const double> price, double heat);
  void look_around(Standing& at, double heat);
  [[nodiscard]] Standing standing_at(std::vector<double> price, double heat);
  [[nodiscard]] std::vector<double> within_limits(std::span<const double> by_day) const;
  [[nodiscard]] Standing stepped(Standing at, double heat, const PriceStage& stage);
  [[nodiscard]] std::vector<double> at_level(const Standing& from, double heat);
  void raise(double& price, double by) const;
  [[nodiscard]] Prices prices_of(const Standing& at, double heat) const;
  [[nodiscard]] double smoothed_excess(std::size_t left) const;
  [[nodiscard]] std::vector<double> moved(const Standing& from, std::span<const double> by) const;
  [[nodiscard]] std::vector<double> way(const Standing& from, const Standing& to) const;

  const Outlook& outlook_;
  std::vector<double> ratios_;
  std::vector<WorthTable> tables_;
  std::vector<double> room_;
  double items_ = 0;  // by what they are worth
  double floor_;  // of a price
  double review_seconds_;
  std::vector<double> load_;
  std::vector<double> excess_;  // of the load over the room, as a share of it, within limits
  int evaluations_ = 0;
};

}  // namespace starling
