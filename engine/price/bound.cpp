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

void add_new(Sum& sum, const NewToBegin& choice, const WorthTable& table, const Prices& prices) {
  double best = 0;
  int never = choice.never;  // nobody loses less than with those that open last
  const auto days = static_cast<int>(choice.begins.size());
  for (int day = days; day-- > 0;) {
    if (choice.begins[index_of(day)]) {
      const double worth = table.worth_of_new(days - day);
      best = std::max(best, worth - prices.per_second[index_of(day)] * choice.seconds);
    }
    if (index_of(day) >= choice.opening.size()) continue;
    const int opening = choice.opening[index_of(day)];
    const int lost = std::min(never, opening);
    never -= lost;
    sum.worth += (opening - lost) * best;
    sum.items += opening;
  }
}

// None merged: a dearer one in place of an item's own would bound too little.
std::vector<double> all_ratios(const Outlook& outlook) {
  std::vector<double> ratios{1};
  for (const HeldItem& item : outlook.held)
    if (std::ranges::find(ratios, item.weight.ratio()) == ratios.end()) ratios.push_back(item.weight.ratio());
  return ratios;
}

}  // namespace

double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const NewToBegin& choice, const Prices& prices, Threads& threads) {
  const std::vector<double> by_left = by_days_left(outlook, prices.per_second);
  const std::vector<double> ratios = all_ratios(outlook);
  std::vector<WorthTable> tables = placed_tables(moves, outlook, ratios, threads);
  Sum sum;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    tables[i].value(price_for(ratios[i], outlook, by_left), 0);
    sum.worth += tables[i].placed_worth();
    sum.items += tables[i].placed();
  }
  add_new(sum, choice, tables[0], prices);
  const std::vector<double> room = room_of(moves, outlook);
  for (std::size_t left = 0; left < room.size(); ++left) sum.worth += by_left[left] * room[left];
  return sum.items > 0 ? sum.worth / sum.items : 0;
}

double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const Prices& prices, Threads& threads) {
  return worth_bound(moves, outlook, {}, prices, threads);
}

}  // namespace starling
