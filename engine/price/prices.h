// What a minute costs on each day: the multiplier of that day's minutes, by which all reviews that are worth it just fill
// them. Found by lowering the dual of "as much worth as these minutes allow", a convex function of the prices.
#pragma once

#include <algorithm>
#include <vector>

#include "price/outlook.h"

namespace starling {

// How freely the choices vary that prices are found for: at `least`, and no colder than a share of what a review costs near
// the end. Where minutes are dear, a colder choice turns over at each step, and no prices are found; kLeast is the coldest
// of all. The shares and the limits below are found by simulation.
struct Heat {
  static constexpr double kOfPrice = 0.03;
  static constexpr double kLeast = 1e-5;
  constexpr Heat(double coldest, double of_what_a_review_costs = kOfPrice)
      : least(std::max(coldest, kLeast)), of_price(of_what_a_review_costs) {}
  double least;
  double of_price;
};

// How steps follow each other. Mixed ones settle in half as many, and ways are compared by them. Single ones lag behind the
// news, and serve better where prices are found again each week from weights that are fitted and a little wrong: found by
// simulation.
enum class Steps { Single, Mixed };

// How a search goes: so many steps at most at each temperature, from hot to cold, until it is settled so far; and the last is
// what the prices are for.
struct PriceStage {
  Heat heat = 1e-3;
  int steps = 0;
  Steps stepping = Steps::Single;
  double unsettled = 0;  // see Prices
};

struct Prices {
  std::vector<double> per_second;  // by day from today on, in worth of a card; 1 on a day off
  double heat = 0;                 // of the last stage
  double dual = 0;                 // of all items, at that heat
  // What these prices ask for beyond the minutes of its day, as a share of all minutes; and how far from them it is to
  // either side, weighed by price, for each item: what the search may still be wrong by.
  double overload = 0;
  double unsettled = 0;
  int evaluations = 0;
  // Else whoever plans goes another way.
  [[nodiscard]] bool settled() const { return overload <= kMostOverload && unsettled <= kMostUnsettled; }
  static constexpr double kMostOverload = 0.5;
  static constexpr double kMostUnsettled = 0.2;
};

// From nothing: in single steps 15 at 2e-3, 15 at 1e-3, 30 at `heat`, where minutes are not so dear that it takes more. In
// mixed ones as far as the next stage needs it, and `heat` is looked at again on the way, for it goes with the prices where
// minutes are dear.
[[nodiscard]] Prices find_prices(const ReviewMoves& moves, const Outlook& outlook, const Heat& heat, Threads& threads,
                                 Steps stepping = Steps::Single);

// What the prices that a search begins from were found for. Those of other minutes or of another date are first
// multiplied by one number, where all are too low or too high.
enum class FoundFor { TheSame, OtherMinutes };

// From the prices of an earlier day, `days` ago, in `steps` steps at most at `heat`.
[[nodiscard]] Prices renew_prices(const ReviewMoves& moves, const Outlook& outlook, const Prices& earlier, int days,
                                  const Heat& heat, int steps, Threads& threads, FoundFor found_for = FoundFor::TheSame,
                                  Steps stepping = Steps::Single);

}  // namespace starling
