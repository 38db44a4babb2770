#include "price/worth_table.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numbers>

namespace starling {

namespace {

// Of all items: what is less is left out of the flow.
constexpr double kLeastShare = 1e-9;

std::size_t block_at(int outcome, int step) { return index_of((outcome * kStabilitySteps + step) * kDaysAbreast); }

}  // namespace

WorthTable::WorthTable(const ReviewMoves& moves, int days_left, int waited, double doubt, Threads& threads,
                       std::span<const EarlierDay> earlier, std::span<const float> made, const DayPasses& passes)
    : moves_(moves),
      threads_(threads),
      passes_(passes),
      difficulties_(moves.model().difficulties()),
      cells_(index_of(difficulties_ * kStabilitySteps)),
      days_left_(days_left),
      longest_row_(days_left + waited),
      row_((index_of(longest_row_) + 2 * kDaysAbreast) / kDaysAbreast * kDaysAbreast),
      rest_(cells_ * row_),
      best_(cells_ * row_),
      sum_(cells_ * row_),
      worth_(cells_ * row_),
      placed_(cells_ * row_),
      abreast_(index_of(difficulties_)),
      loads_(index_of(difficulties_)),
      bends_(index_of(difficulties_)),
      load_(row_),
      bend_(row_) {
  assert(days_left >= 1 && waited >= 0 && moves.longest() >= longest_row_ - 1);
  assert(earlier.size() <= kMostEarlierDays);
  if (!made.empty()) {
    made_.assign(row_, 1);
    std::ranges::copy(made.first(index_of(days_left + 1)), made_.begin());
  }
  for (const EarlierDay& each : earlier) {
    assert(each.day >= 1 && each.day < days_left);
    earlier_.push_back({days_left - each.day, std::vector<float>(cells_ * row_)});
  }
  const auto worth_after = [&](int days, const MemoryState& memory) {
    const double recall = moves.model().recall(days, memory);
    return recall - doubt * (1 - recall) * (1 - recall);
  };
  threads_.run(index_of(difficulties_), [&](std::size_t d, std::size_t) {
    for (int s = 0; s < kStabilitySteps; ++s) {
      const MemoryState memory = moves.model().memory_at(s, static_cast<int>(d));
      const int cell = cell_of(s, static_cast<int>(d));
      for (int left = 0; left <= longest_row_; ++left) {
        float& rest = rest_[at(cell, left)];
        rest = static_cast<float>(worth_after(left, memory));
        for (std::size_t i = 0; i < earlier_.size(); ++i) {
          if (left <= earlier_[i].left) continue;
          float& counted = earlier_[i].worth[at(cell, left)];
          counted = static_cast<float>(earlier[i].worth * worth_after(left - earlier_[i].left, memory));
          rest += counted;
        }
      }
    }
  });
}

void WorthTable::place(const MemoryState& memory, int left, double items) {
  assert(left >= 0 && left <= longest_row_);
  const GridPlace place = moves_.place_of(memory);
  for (std::size_t i = 0; i < place.cells.size(); ++i)
    placed_[at(place.cells[i], left)] += static_cast<float>(items * place.shares[i]);
}

DayRows WorthTable::rows(int difficulty) const {
  return {moves_.of_difficulty(difficulty).data(), abreast_[index_of(difficulty)].ahead.data(), static_cast<int>(row_), moves_.outcomes() == kMostOutcomes};
}

EarlierDays WorthTable::earlier_rows(int difficulty) const {
  EarlierDays rows{{}, earlier_.size()};
  for (std::size_t i = 0; i < earlier_.size(); ++i) rows.days[i] = {&earlier_[i].worth[at(cell_of(0, difficulty), 0)], earlier_[i].left};
  return rows;
}

DaysSkipped WorthTable::skipped_rows(int difficulty, int first_day) const {
  if (made_.empty()) return {};
  return {&made_[index_of(first_day)], &rest_[at(cell_of(0, difficulty), 0)]};
}

int WorthTable::last_lane(int first_day) const { return std::min(kDaysAbreast - 1, days_left_ - first_day); }

// The sum of all chances is known: the worth of a soft choice is what it is the derivative of.
void WorthTable::settle(int difficulty, int left) {
  for (int s = 0; s < kStabilitySteps; ++s) {
    const std::size_t i = at(cell_of(s, difficulty), left);
    worth_[i] = best_[i];
    if (per_heat_ > 0 && sum_[i] > 1) worth_[i] += static_cast<float>(heat_ * ln(static_cast<double>(sum_[i])));
  }
}

// Worth with so many days left of the difficulty after a review, for each stability after it.
void WorthTable::after_review(int difficulty, int outcome, int left, float* to, std::size_t step) const {
  const GridStep after = moves_.difficulty_after(difficulty, outcome);
  const auto above = static_cast<float>(after.above);
  const float* low = &worth_[at(cell_of(0, after.lower), left)];
  const float* high = &worth_[at(cell_of(0, after.lower + 1), left)];
  for (int s = 0; s < kStabilitySteps; ++s, low += row_, high += row_, to += step) *to = *low + above * (*high - *low);
}

void WorthTable::see_ahead(int difficulty, int first_day, int lane) {
  Block& ahead = abreast_[index_of(difficulty)].ahead;
  for (int outcome = 0; outcome < moves_.outcomes(); ++outcome)
    after_review(difficulty, outcome, first_day + lane, &ahead[block_at(outcome, 0) + index_of(lane)], kDaysAbreast);
}

std::vector<float> WorthTable::after_reviews() const {
  std::vector<float> after(index_of((days_left_ + 1) * moves_.outcomes()) * cells_);
  float* to = after.data();
  for (int left = 0; left <= days_left_; ++left)
    for (int outcome = 0; outcome < moves_.outcomes(); ++outcome)
      for (int difficulty = 0; difficulty < difficulties_; ++difficulty, to += kStabilitySteps)
        after_review(difficulty, outcome, left, to, 1);
  return after;
}

void WorthTable::push(int difficulty, const ReviewSpan& span) {
  const std::size_t first = at(cell_of(0, difficulty), 0);
  passes_.worth({rows(difficulty), earlier_rows(difficulty), skipped_rows(difficulty, span.first_day), &price_[index_of(span.first_day)], per_heat_, &best_[first], &sum_[first]}, span);
}

// Eight days at a time: each is settled when the later ones are, and is then told to those before it. Within the eight
// it is told to as many as have come since a halving of them: so most of the work is many days wide.
void WorthTable::value(std::span<const float> price, double heat) {
  assert(price.size() > index_of(days_left_));
  heat_ = heat;
  per_heat_ = heat > 0 ? static_cast<float>(std::numbers::log2e / heat) : 0.0f;
  price_.assign(row_, kNotAsked);
  std::copy_n(price.begin(), days_left_ + 1, price_.begin());
  threads_.run(index_of(difficulties_), [&](std::size_t d, std::size_t) {
    const int difficulty = static_cast<int>(d);
    for (int s = 0; s < kStabilitySteps; ++s)
      std::copy_n(&rest_[at(cell_of(s, difficulty), 0)], row_, &best_[at(cell_of(s, difficulty), 0)]);
    const std::size_t first = at(cell_of(0, difficulty), 0);
    std::fill_n(&sum_[first], kStabilitySteps * row_, 1.0f);
    std::copy_n(&best_[first], kStabilitySteps * row_, &worth_[first]);  // with 0 days left, and beyond the rows
    abreast_[d].ahead.fill(0);
    settle(difficulty, 1);
  });
  for (int left = 1; left <= days_left_; ++left)
    threads_.run(index_of(difficulties_), [&](std::size_t d, std::size_t) {
      const int difficulty = static_cast<int>(d);
      const int lane = (left - 1) % kDaysAbreast;
      const int first_day = left - lane;
      see_ahead(difficulty, first_day, lane);
      const int done = lane + 1;
      if (lane == last_lane(first_day)) {
        push(difficulty, {first_day, 0, done, done, longest_row_ + 1 - first_day});
      } else {
        const int half = done & -done;
        push(difficulty, {first_day, done - half, done, done, std::min(done + half, last_lane(first_day) + 1)});
      }
      if (left < days_left_)
        settle(difficulty, left + 1);
      else
        for (int longer = left + 1; longer <= longest_row_; ++longer) settle(difficulty, longer);
    });
}

double WorthTable::placed_worth() const {
  double worth = 0;
  for (int cell = 0; cell < static_cast<int>(cells_); ++cell)
    for (int left = 0; left <= longest_row_; ++left) {
      const std::size_t i = at(cell, left);
      if (placed_[i] != 0) worth += static_cast<double>(placed_[i]) * static_cast<double>(worth_[i]);
    }
  return worth;
}

double WorthTable::placed() const {
  double items = 0;
  for (const float placed : placed_) items += static_cast<double>(placed);
  return items;
}

double WorthTable::worth(const MemoryState& memory, int left) const {
  const GridPlace place = moves_.place_of(memory);
  double worth = 0;
  for (std::size_t i = 0; i < place.cells.size(); ++i)
    worth += place.shares[i] * static_cast<double>(worth_[at(place.cells[i], left)]);
  return worth;
}

double WorthTable::worth_of_new(int left) const {
  double expected = 0;
  for (std::size_t i = 0; i < kGrades.size(); ++i) expected += moves_.first_shares()[i] * worth(moves_.first_memories()[i], left);
  return expected;
}

void WorthTable::pull(int difficulty, const ReviewSpan& span) {
  const std::size_t first = at(cell_of(0, difficulty), 0);
  Abreast& abreast = abreast_[index_of(difficulty)];
  passes_.flow({rows(difficulty), earlier_rows(difficulty), skipped_rows(difficulty, span.first_day), &price_[index_of(span.first_day)], per_heat_, &worth_[first], &mass_[first], least_,
                abreast.arriving.data(), abreast.load.data(), abreast.bend.data()},
               span);
}

// What is reviewed on that day, of every difficulty, and lands on this one.
void WorthTable::gather(int difficulty, int left, std::size_t turn) {
  for (int from = 0; from < difficulties_; ++from)
    for (int outcome = 0; outcome < moves_.outcomes(); ++outcome) {
      const GridStep to = moves_.difficulty_after(from, outcome);
      if (to.lower != difficulty && to.lower + 1 != difficulty) continue;
      const auto share = static_cast<float>(to.lower == difficulty ? 1 - to.above : to.above);
      const float* leaving = &abreast_[index_of(from)].leaving[turn][index_of(outcome * kStabilitySteps)];
      for (int s = 0; s < kStabilitySteps; ++s)
        mass_[at(cell_of(s, difficulty), left)] += share * leaving[s];
    }
}

void WorthTable::begin_block(int difficulty, int first_day) {
  Abreast& abreast = abreast_[index_of(difficulty)];
  abreast.arriving.fill(0);
  abreast.load.fill(0);
  abreast.bend.fill(0);
  const int lanes = last_lane(first_day) + 1;
  for (int lane = 0; lane < lanes; ++lane) see_ahead(difficulty, first_day, lane);
  pull(difficulty, {first_day, 0, lanes, lanes, longest_row_ + 1 - first_day});
}

void WorthTable::end_block(int difficulty, int first_day) {
  const Abreast& abreast = abreast_[index_of(difficulty)];
  std::ranges::copy(abreast.load, &loads_[index_of(difficulty)][index_of(first_day)]);
  std::ranges::copy(abreast.bend, &bends_[index_of(difficulty)][index_of(first_day)]);
}

// As `value`, from the first day on: each day is gathered when all before it have sent what they hold.
void WorthTable::flow() {
  assert(per_heat_ > 0);
  mass_ = placed_;
  least_ = static_cast<float>(placed() * kLeastShare);
  for (auto* sums : {&loads_, &bends_})
    for (std::vector<float>& of_difficulty : *sums) of_difficulty.assign(row_, 0);
  const auto leave = [&](int difficulty, int left) {
    Abreast& abreast = abreast_[index_of(difficulty)];
    const std::size_t lane = index_of((left - 1) % kDaysAbreast);
    Leaving& leaving = abreast.leaving[index_of(left) % 2];
    for (std::size_t i = 0; i < leaving.size(); ++i) leaving[i] = abreast.arriving[i * kDaysAbreast + lane];
  };
  threads_.run(index_of(difficulties_), [&](std::size_t d, std::size_t) {
    const int difficulty = static_cast<int>(d);
    begin_block(difficulty, days_left_ - (days_left_ - 1) % kDaysAbreast);
    leave(difficulty, days_left_);
  });
  for (int left = days_left_; left >= 1; --left)
    threads_.run(index_of(difficulties_), [&](std::size_t d, std::size_t) {
      const int difficulty = static_cast<int>(d);
      const int lane = (left - 1) % kDaysAbreast;
      const int first_day = left - lane;
      gather(difficulty, left, index_of(left) % 2);
      if (lane > 0) {
        const int done = kDaysAbreast - lane;
        const int half = done & -done;
        pull(difficulty, {first_day, lane - half, lane, lane, std::min(lane + half, last_lane(first_day) + 1)});
      } else {
        end_block(difficulty, first_day);
        if (left > 1) begin_block(difficulty, first_day - kDaysAbreast);
      }
      if (left > 1) leave(difficulty, left - 1);
    });
  for (std::size_t left = 0; left < row_; ++left) {
    load_[left] = bend_[left] = 0;
    for (std::size_t d = 0; d < loads_.size(); ++d) {
      load_[left] += static_cast<double>(loads_[d][left]);
      bend_[left] += static_cast<double>(bends_[d][left]);
    }
  }
}

}  // namespace starling
