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

// What the openings of one weight bring, each begun when that pays most.
void add_best(std::vector<Sum>& best_of, const NewToBegin& choice, const ItemWeight& weight, const WorthTable& table, const Prices& prices) {
  const auto days = static_cast<int>(choice.begins.size());
  std::vector<double> best(choice.begins.size() + 1, 0.0);  // from that day on
  for (int day = days; day-- > 0;) {
    best[index_of(day)] = best[index_of(day + 1)];
    if (!choice.begins[index_of(day)]) continue;
    const double seconds = choice.seconds * weight.cost;
    best[index_of(day)] = std::max(best[index_of(day)], weight.worth * table.worth_of_new(days - day) - prices.per_second[index_of(day)] * seconds);
  }
  for (const FreshItems& opening : choice.opening)
    if (opening.weight == weight && opening.day < days) best_of.push_back({best[index_of(opening.day)], opening.items});
}

void add_new(Sum& sum, const NewToBegin& choice, std::span<const double> ratios, std::span<const WorthTable> tables, const Prices& prices) {
  std::vector<ItemWeight> weights;
  for (const FreshItems& opening : choice.opening)
    if (std::ranges::find(weights, opening.weight) == weights.end()) weights.push_back(opening.weight);
  std::vector<Sum> best_of;  // worth of one each
  for (const ItemWeight& weight : weights) add_best(best_of, choice, weight, tables[nearest_ratio(ratios, weight)], prices);
  std::ranges::stable_sort(best_of, {}, &Sum::worth);
  double never = choice.never;  // nobody loses less than with those that bring least
  for (const Sum& best : best_of) {
    const double lost = std::min(never, best.items);
    never -= lost;
    sum.worth += (best.items - lost) * best.worth;
    sum.items += best.items;
  }
}

}  // namespace

double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const NewToBegin& choice, const Prices& prices, Threads& threads) {
  const std::vector<double> by_left = by_days_left(outlook, prices.per_second);
  const std::vector<double> ratios = all_ratios_of(outlook, choice.opening);
  std::vector<WorthTable> tables = placed_tables(moves, outlook, ratios, threads);
  Sum sum;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    tables[i].value(price_for(ratios[i], outlook, by_left), 0);
    sum.worth += tables[i].placed_worth();
    sum.items += tables[i].placed();
  }
  add_new(sum, choice, ratios, tables, prices);
  const std::vector<double> room = room_of(moves, outlook);
  for (std::size_t left = 0; left < room.size(); ++left) sum.worth += by_left[left] * room[left];
  return sum.items > 0 ? sum.worth / sum.items : 0;
}

double worth_bound(const ReviewMoves& moves, const Outlook& outlook, const Prices& prices, Threads& threads) {
  return worth_bound(moves, outlook, {}, prices, threads);
}

}  // namespace starling
