#include "price/day_worth.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "price/price_search.h"

namespace starling {

namespace {

// Of two steps of stability that lie side by side.
using Both = float __attribute__((vector_size(8)));

Both both_at(const float* from) {
  Both both;
  std::memcpy(&both, from, sizeof both);
  return both;
}

// Worth just after a review, expected over its outcomes; `after` is that of the day and of the difficulty before, `cells`
// for each outcome.
Both expected_after(const ReviewMove& move, const float* after, std::size_t cells, bool splits_lapse) {
  const Both failed = both_at(move.shares) * both_at(after + move.to[0]);
  const Both hard = both_at(move.shares + 2) * both_at(after + cells + move.to[1]);
  const Both good = both_at(move.shares + 4) * both_at(after + 2 * cells + move.to[2]);
  const Both easy = both_at(move.shares + 6) * both_at(after + 3 * cells + move.to[3]);
  const Both sum = (failed + hard) + (good + easy);
  return splits_lapse ? sum + both_at(move.shares + 8) * both_at(after + 4 * cells + move.to[4]) : sum;
}

}  // namespace

DayWorth::DayWorth(const ReviewMoves& moves, const Outlook& outlook, const Prices& prices, Threads& threads)
    : moves_(moves), days_left_(outlook.days_left()), cells_(index_of(moves.model().difficulties() * kStabilitySteps)), ratios_(ratios_of(outlook)) {
  const std::vector<double> by_left = by_days_left(outlook, prices.per_second);
  std::vector<WorthTable> tables = placed_tables(moves, outlook, ratios_, threads);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    std::vector<float> price = price_for(ratios_[i], outlook, by_left);
    tables[i].value(price, 0);
    std::vector<float> after = tables[i].after_reviews();
    ahead_.push_back({std::move(price), std::move(after), std::move(tables[i])});
  }
}

int DayWorth::left_of(const Ahead& ahead, const HeldItem& item) const {
  return std::min(left_when_reviewed(item, days_left_), ahead.table.longest_row());
}

// Each day from the last to today, and with it the best of the later ones.
void DayWorth::gains(const HeldItem& item, std::span<ReviewGain> gains) const {
  assert(gains.size() <= index_of(days_left_));
  const Ahead& ahead = ahead_of(item.weight);
  const GridStep s = stability_step(item.memory.stability);
  const GridStep d = moves_.model().difficulty_of(item.memory);
  const auto higher = static_cast<float>(s.above);
  const auto harder = static_cast<float>(d.above);
  // Of the cells around: at the easier step of difficulty and at the harder one, each lower and higher in stability.
  const std::array<float, 4> shares{(1 - higher) * (1 - harder), higher * (1 - harder), (1 - higher) * harder,
                                    higher * harder};
  const ReviewMove* const easy_moves = &moves_.of_difficulty(d.lower)[index_of(s.lower)];
  const ReviewMove* const hard_moves = &moves_.of_difficulty(d.lower + 1)[index_of(s.lower)];
  const float* const after = &ahead.after[index_of(cell_of(0, d.lower))];
  const double per_gain = 1 / item.weight.ratio();
  const bool splits_lapse = moves_.outcomes() == kMostOutcomes;
  const int reviewed = left_of(ahead, item);
  // Between the cells around; of FSRS-6, where recall hangs on stability alone, with the very digits of each difficulty.
  const auto between = [&](const auto& of_cell) {
    const auto at_difficulty = [&](int step) {
      return (1 - s.above) * of_cell(cell_of(s.lower, step)) + s.above * of_cell(cell_of(s.lower + 1, step));
    };
    const double easier = at_difficulty(d.lower);
    return static_cast<float>(easier + d.above * (at_difficulty(d.lower + 1) - easier));
  };
  const float rest = between([&](int cell) { return ahead.table.rest(cell, reviewed); });
  float best_later = rest;
  std::array<float, kMostEarlierDays> counted_earlier{};
  for (std::size_t i = 0; i < ahead.table.earlier_days(); ++i)
    counted_earlier[i] = between([&](int cell) { return ahead.table.earlier(i, cell, reviewed); });
  std::ranges::fill(gains, ReviewGain{});
  for (int left = 1; left <= std::min(days_left_, reviewed - 1); ++left) {
    const int interval = std::min(reviewed - left, moves_.longest());
    ReviewGain gain;
    if (ahead.price[index_of(left)] < WorthTable::kNotAsked) {
      const ReviewMove* easy = easy_moves + interval * kStabilitySteps;
      const ReviewMove* hard = hard_moves + interval * kStabilitySteps;
      const float* easy_after = after + index_of(left * moves_.outcomes()) * cells_;
      const float* hard_after = easy_after + kStabilitySteps;
      const Both sum = (shares[0] * expected_after(easy[0], easy_after, cells_, splits_lapse) + shares[1] * expected_after(easy[1], easy_after, cells_, splits_lapse)) +
                       (shares[2] * expected_after(hard[0], hard_after, cells_, splits_lapse) + shares[3] * expected_after(hard[1], hard_after, cells_, splits_lapse));
      float worth = sum[0] + sum[1];
      for (std::size_t i = 0; i < ahead.table.earlier_days(); ++i)
        if (ahead.table.counts_earlier(i, left)) worth += counted_earlier[i];
      const float seconds = (shares[0] * easy[0].seconds + shares[1] * easy[1].seconds) +
                            (shares[2] * hard[0].seconds + shares[3] * hard[1].seconds);
      gain.per_second = per_gain * static_cast<double>((worth - best_later) / seconds);
      gain.seconds = item.weight.cost * static_cast<double>(seconds);
      float later = worth - ahead.price[index_of(left)] * seconds;
      if (ahead.table.skips_days()) later = rest + ahead.table.made(left) * (later - rest);
      best_later = std::max(best_later, later);
    }
    const std::size_t day = index_of(days_left_ - left);
    if (day < gains.size()) gains[day] = gain;
  }
}

double DayWorth::worth_of(const HeldItem& item) const {
  const Ahead& ahead = ahead_of(item.weight);
  return item.weight.worth * ahead.table.worth(item.memory, left_of(ahead, item));
}

double DayWorth::worth_of_new(int day, const ItemWeight& weight) const {
  return weight.worth * ahead_of(weight).table.worth_of_new(days_left_ - day);
}

}  // namespace starling
