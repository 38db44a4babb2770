#include "price/prices.h"

#include <algorithm>
#include <span>
#include <vector>

#include "price/price_search.h"

namespace starling {

namespace {

constexpr double kFirstPrice = 1e-3;
constexpr double kNearEnough = 0.0005;  // unsettled

}  // namespace

Prices find_prices(const ReviewMoves& moves, const Outlook& outlook, const Heat& heat, Threads& threads, Steps stepping) {
  constexpr double kHalfWay = 0.02;  // unsettled
  const auto stage = [&](double least, int steps, double unsettled) {
    return PriceStage{{std::max(least, heat.least), heat.of_price}, steps, stepping, unsettled};
  };
  std::vector<PriceStage> stages{stage(2e-3, 15, 0), stage(1e-3, 15, 0), stage(heat.least, 30, 0)};
  if (stepping == Steps::Mixed)
    stages = {stage(2e-3, 10, kHalfWay), stage(1e-3, 10, kHalfWay), stage(heat.least, 10, kHalfWay), stage(heat.least, 10, kHalfWay),
              stage(heat.least, 30, kNearEnough)};
  PriceSearch search(moves, outlook, threads);
  return search.run(std::vector<double>(outlook.seconds.size(), kFirstPrice), stages, FoundFor::TheSame);
}

Prices renew_prices(const ReviewMoves& moves, const Outlook& outlook, const Prices& earlier, int days, const Heat& heat,
                    int steps, Threads& threads, FoundFor found_for, Steps stepping) {
  // A day that was off had no price, and one that was not there takes that of the last.
  std::vector<double> first(outlook.seconds.size(), kFirstPrice);
  double known = kFirstPrice;
  for (std::size_t day = 0; day < first.size(); ++day) {
    const std::size_t then = day + static_cast<std::size_t>(std::max(days, 0));
    if (then < earlier.per_second.size() && earlier.per_second[then] < 1) known = earlier.per_second[then];
    first[day] = known;
  }
  PriceSearch search(moves, outlook, threads);
  const PriceStage stage{heat, steps, stepping, stepping == Steps::Mixed ? kNearEnough : 0};
  return search.run(first, std::span(&stage, 1), found_for);
}

}  // namespace starling
