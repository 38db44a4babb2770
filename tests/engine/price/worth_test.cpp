// The worth of a memory, beside its definition.
#include <cmath>

#include "engine/price/learners.h"
#include "price/price_search.h"
#include "price/worth_table.h"

using namespace starling;
using namespace starling::test;

namespace {

// All ways to review one item, by the memory model itself: just reviewed, so many days left, prices by days left.
double best_of_all_ways(const Fsrs6& model, const MemoryState& memory, int left, std::span<const double> price,
                        double doubt) {
  double best = worth_of_recall(model.recall_after(left, memory.stability), doubt);
  for (int interval = 1; interval < left; ++interval) {
    double worth = 0;
    for (const AfterReview& after : after_reviews(model, {}, memory, interval))
      worth += after.chance * (best_of_all_ways(model, after.memory, left - interval, price, doubt) -
                               price[static_cast<std::size_t>(left - interval)] * after.seconds);
    best = std::max(best, worth);
  }
  return best;
}

std::vector<float> single(std::span<const double> price) { return {price.begin(), price.end()}; }

}  // namespace

TEST_CASE("a few days ahead, worth is that of the best of all ways to review") {
  Threads threads(1);
  const int days = 5;
  const ReviewMoves moves(default_fsrs6_weights(), {}, {}, days, threads);
  const Fsrs6 model(default_fsrs6_weights());
  for (const double level : {1e-4, 2e-3, 8e-3}) {
    const std::vector<double> price{1, 2 * level, level, 3 * level, level / 2, level};
    WorthTable table(moves, days, 0, 3, threads);
    table.value(single(price), 0);
    for (const double stability : {0.05, 0.4, 1.7, 6.0, 33.0, 400.0})
      for (const double difficulty : {1.0, 4.4, 9.1}) {
        const MemoryState memory{Stability{stability}, Difficulty{difficulty}};
        CAPTURE(stability);
        CAPTURE(difficulty);
        CAPTURE(level);
        const double exact = best_of_all_ways(model, memory, days, price, 3);
        CHECK(std::abs(table.worth(memory, days) - exact) < (stability < 1 ? 0.02 : 0.008));
      }
  }
}

TEST_CASE("months ahead, worth is that of the best next review, or of none") {
  Threads threads(2);
  const int days = 90;
  const ReviewMoves moves(default_fsrs6_weights(), {}, {}, days, threads);
  const Fsrs6 model(default_fsrs6_weights());
  std::vector<double> price(days + 1);
  for (std::size_t left = 0; left < price.size(); ++left)
    price[left] = 2e-3 - 1.5e-5 * static_cast<double>(left) + (left % 5 == 0 ? 5e-4 : 0);
  WorthTable table(moves, days, 0, 3, threads);
  table.value(single(price), 0);
  for (const double stability : {0.3, 2.2, 11.0, 70.0})
    for (const double difficulty : {2.0, 5.7, 8.3})
      for (const int left : {2, 9, 17, 40, 90}) {
        const MemoryState memory{Stability{stability}, Difficulty{difficulty}};
        double best = worth_of_recall(model.recall_after(left, memory.stability), 3);
        for (int interval = 1; interval < left; ++interval) {
          double worth = 0;
          for (const AfterReview& after : after_reviews(model, {}, memory, interval))
            worth += after.chance * (table.worth(after.memory, left - interval) -
                                     price[static_cast<std::size_t>(left - interval)] * after.seconds);
          best = std::max(best, worth);
        }
        CAPTURE(stability);
        CAPTURE(difficulty);
        CAPTURE(left);
        CHECK(std::abs(table.worth(memory, left) - best) < 0.006);
      }
}

TEST_CASE("seconds fall as the worth of all rises: a flow is the derivative of worth by the prices") {
  Threads threads(1);
  const int days = 21;
  const int waited = 6;
  const ReviewMoves moves(default_fsrs6_weights(), {}, {}, days + waited, threads);
  const double heat = 0.02;
  std::vector<float> price(days + 1, 2e-3f);
  price[4] = WorthTable::kNotAsked;
  WorthTable table(moves, days, waited, 3, threads);
  for (const HeldItem& item : some_cards(40)) table.place(item.memory, days + item.waited_days, 1);
  table.place(moves.first_memories()[2], 12, 10);
  table.value(price, heat);
  table.flow();
  std::vector<double> load;
  for (int left = 0; left <= days; ++left) load.push_back(table.load(left));
  CHECK(load[4] == 0);
  for (int left = 1; left <= days; ++left) {
    if (left == 4) continue;
    const float step = 1e-4f;
    std::vector<float> more = price;
    more[static_cast<std::size_t>(left)] += step;
    table.value(more, heat);
    const double high = table.placed_worth();
    more[static_cast<std::size_t>(left)] -= 2 * step;
    table.value(more, heat);
    const double slope = (high - table.placed_worth()) / (2 * static_cast<double>(step));
    CAPTURE(left);
    CHECK(-slope == doctest::Approx(load[static_cast<std::size_t>(left)]).epsilon(0.02));
  }
}

TEST_CASE("on the last day seconds give way to the price as their bend says") {
  Threads threads(1);
  const ReviewMoves moves(default_fsrs6_weights(), {}, {}, 30, threads);
  const double heat = 0.05;
  WorthTable table(moves, 1, 29, 3, threads);
  for (const HeldItem& item : some_cards(50)) table.place(item.memory, 1 + 3 * item.waited_days, 1);
  const auto load_at = [&](float price) {
    table.value(std::vector<float>{1, price}, heat);
    table.flow();
    return table.load(1);
  };
  const double slope = (load_at(0.0105f) - load_at(0.0095f)) / 0.001;
  CHECK(load_at(0.01f) > 0);
  CHECK(-slope == doctest::Approx(table.bend(1) / heat).epsilon(0.02));
}

TEST_CASE("one thread and two, plain lanes and the widest give the same digits") {
  Threads one(1);
  Threads two(2);
  const ReviewMoves moves(default_fsrs6_weights(), {}, {}, 60, two);
  const int days = 37;
  const int waited = 20;
  std::vector<float> price(days + 1, 1.3e-3f);
  WorthTable plain(moves, days, waited, 3, one, plain_day_passes());
  WorthTable wide(moves, days, waited, 3, two);
  for (const double heat : {1e-3, 0.0}) {
    for (WorthTable* table : {&plain, &wide}) {
      if (heat > 0)
        for (const HeldItem& item : some_cards(100)) table->place(item.memory, days + item.waited_days, 1);
      table->value(price, heat);
      if (heat > 0) table->flow();
    }
    CHECK(plain.placed_worth() == wide.placed_worth());
    for (int left = 0; left <= days; ++left) {
      CHECK(plain.load(left) == wide.load(left));
      CHECK(plain.bend(left) == wide.bend(left));
    }
    CHECK(plain.after_reviews() == wide.after_reviews());
  }
}
