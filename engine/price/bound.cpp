#include "price/bound.h"

#include <algorithm>

#include "price/price_search.h"

namespace starling {

namespace {

// Sums over items and minutes, to be divided by the items.
struct Sum {
  double worth = 0;
  double items = 0;
};

void add_new(Sum& sum, const NewToBegin& choice, const WorthTable& table, double worth_of_each, const Prices& prices) {
  double best = 0;
  const auto days = static_cast<int>(choice.begins.size());
  for (int day = days; day-- > 0;) {
    if (choice.begins[index_of(day)]) {
      const double worth = worth_of_each * table.worth_of_new(days - day);
      best = std::max(best, worth - prices.per_second[index_of(day)] * choice.seconds);
    }
    if (index_of(day) >= choice.opening.size()) continue;
    sum.worth += choice.opening[index_of(day)] * best;
    sum.items += worth_of_each * choice.opening[index_of(day)];
  }
}

}  // namespace

double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const NewToBegin& choice, const Prices& prices, Threads& threads) {
  const std::vector<double> by_left = by_days_left(outlook, prices.per_second);
  std::vector<WorthTable> tables = placed_tables(moves, outlook, threads);
  Sum sum;
  for (std::size_t weight = 0; weight < tables.size(); ++weight) {
    const ItemWeight& of = outlook.weights[weight];
    tables[weight].value(price_for(of, outlook, by_left), 0);
    sum.worth += of.worth * tables[weight].placed_worth();
    sum.items += of.worth * tables[weight].placed();
  }
  add_new(sum, choice, tables[0], outlook.weights[0].worth, prices);
  const std::vector<double> room = room_of(moves, outlook);
  for (std::size_t left = 0; left < room.size(); ++left) sum.worth += by_left[left] * room[left];
  return sum.items > 0 ? sum.worth / sum.items : 0;
}

double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const Prices& prices, Threads& threads) {
  return worth_bound(moves, outlook, {}, prices, threads);
}

}  // namespace starling
