// The worth of a memory, beside its definition.
#include <cmath>

#include "engine/price/learners.h"
#include "price/price_search.h"
#include "price/worth_table.h"

using namespace starling;
using namespace starling::test;

namespace {

// An item just reviewed, with prices by days left; on earlier days that have so many left what is known counts too.
struct Ahead {
  const Fsrs6& model;
  std::span<const double> price;
  double doubt = 3;
  struct Earlier {
    int left;
    double worth;
  };
  std::vector<Earlier> earlier = {};
  std::vector<float> made = {};  // by days left: the chance that what is planned for that day is made
  [[nodiscard]] double worth_after(const MemoryState& memory, int days) const {
    return worth_of_recall(model.recall_after(days, memory.stability), doubt);
  }
  // Of what is next reviewed with `next` days left.
  [[nodiscard]] double counts_earlier(const MemoryState& memory, int left, int next) const {
    double worth = 0;
    for (const Earlier& day : earlier)
      if (left > day.left && next <= day.left) worth += day.worth * worth_after(memory, left - day.left);
    return worth;
  }
};

double best_of_all_ways(const Ahead& ahead, const MemoryState& memory, int left);

double worth_of_way(const Ahead& ahead, const MemoryState& memory, int left, int next) {
  double worth = ahead.counts_earlier(memory, left, next);
  for (const AfterReview& after : after_reviews(ahead.model, {}, memory, left - next))
    worth += after.chance * (best_of_all_ways(ahead, after.memory, next) - ahead.price[static_cast<std::size_t>(next)] * after.seconds);
  return worth;
}

// All ways to review it, by the memory model itself.
double best_of_all_ways(const Ahead& ahead, const MemoryState& memory, int left) {
  const double rest = ahead.worth_after(memory, left) + ahead.counts_earlier(memory, left, 0);
  double best = rest;
  for (int next = 1; next < left; ++next) {
    const double made = ahead.made.empty() ? 1 : static_cast<double>(ahead.made[static_cast<std::size_t>(next)]);
    best = std::max(best, rest + made * (worth_of_way(ahead, memory, left, next) - rest));
  }
  return best;
}

std::vector<float> single(std::span<const double> price) { return {price.begin(), price.end()}; }

}  // namespace

TEST_CASE("a few days ahead, worth is that of the best of all ways to review") {
  Threads threads(1);
  const int days = 5;
  const ReviewMoves moves(default_weights(), {}, {}, days, threads);
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
        const double exact = best_of_all_ways({model, price, 3, {}}, memory, days);
        CHECK(std::abs(table.worth(memory, days) - exact) < (stability < 1 ? 0.02 : 0.008));
      }
  }
}

TEST_CASE("of a learner who skips days, what is planned counts by the chance that it is made, and what is done today as it is") {
  Threads threads(1);
  const int days = 5;
  const ReviewMoves moves(default_weights(), {}, {}, days + 3, threads);
  const std::vector<double> price{1, 4e-3, 1e-3, 2e-3, 3e-3, 1e-3};
  Outlook outlook = days_of(days, 1);
  outlook.held = {held(1, 5, 3)};
  outlook.seconds[3] = 0;
  outlook.lived = 0.6;
  const std::vector<float> made = chances_made(outlook);
  REQUIRE(made.size() == 6);
  CHECK(made[1] == doctest::Approx(0.6));
  CHECK(made[2] == made[1]);  // a day off gives no second chance
  CHECK(made[4] == doctest::Approx(1 - 0.4 * 0.4 * 0.4));
  CHECK(made[5] == 1);
  std::vector<double> of_days{price};
  of_days[2] = 1e9;
  const Ahead ahead{Fsrs6(default_fsrs6_weights()), of_days, 3, {}, made};
  WorthTable table(moves, days, 3, 3, threads, {}, made);
  table.value(single(of_days), 0);
  const DayWorth worth(moves, outlook, {{price.rbegin(), price.rend() - 1}, 0, 0, 0, 0, 0}, threads);
  for (const double stability : {1.7, 6.0, 33.0}) {
    CAPTURE(stability);
    const MemoryState memory{Stability{stability}, Difficulty{4.4}};
    CHECK(std::abs(table.worth(memory, days) - best_of_all_ways(ahead, memory, days)) < 0.008);
    const int reviewed = days + 3;
    const double rest = ahead.worth_after(memory, reviewed);
    double later = rest;
    for (int next = 1; next < days; ++next)
      later = std::max(later, rest + static_cast<double>(made[static_cast<std::size_t>(next)]) * (worth_of_way(ahead, memory, reviewed, next) - rest));
    ReviewGain gain;
    worth.gains({memory, 3, {}}, std::span(&gain, 1));
    CHECK(std::abs(gain.per_second * gain.seconds - (worth_of_way(ahead, memory, reviewed, days) - later)) < 0.02);
  }
}

TEST_CASE("days before that count too are in the worth of the best of all ways, and in what a review today adds") {
  Threads threads(1);
  const int days = 5;
  const ReviewMoves moves(default_weights(), {}, {}, days + 4, threads);
  const Fsrs6 model(default_fsrs6_weights());
  using Days = std::vector<EarlierDay>;
  for (const Days& earlier : {Days{{1, 1}}, Days{{2, 0.4}}, Days{{4, 3}}, Days{{1, 1}, {4, 3}}, Days{{1, 0.4}, {2, 1}, {3, 2}}}) {
    CAPTURE(earlier.front().day);
    CAPTURE(earlier.size());
    const std::vector<double> price{1, 4e-3, 1e-3, 2e-3, 3e-3, 1e-3};
    Ahead ahead{model, price, 3, {}};
    double most = 1;
    for (const EarlierDay& day : earlier) {
      ahead.earlier.push_back({days - day.day, day.worth});
      most += day.worth;
    }
    WorthTable table(moves, days, 4, 3, threads, earlier);
    table.value(single(price), 0);
    Outlook outlook = days_of(days, 1);
    outlook.held = {held(1, 5, 3)};
    outlook.earlier = earlier;
    const DayWorth worth(moves, outlook, {{price.rbegin(), price.rend() - 1}, 0, 0, 0, 0, 0}, threads);
    for (const double stability : {1.7, 6.0, 33.0}) {
      CAPTURE(stability);
      const MemoryState memory{Stability{stability}, Difficulty{4.4}};
      CHECK(std::abs(table.worth(memory, days) - best_of_all_ways(ahead, memory, days)) < 0.008 * most);
      const int reviewed = days + 3;
      double later = ahead.worth_after(memory, reviewed) + ahead.counts_earlier(memory, reviewed, 0);
      for (int next = 1; next < days; ++next) later = std::max(later, worth_of_way(ahead, memory, reviewed, next));
      ReviewGain gain;
      worth.gains({memory, 3, {}}, std::span(&gain, 1));
      CHECK(std::abs(gain.per_second * gain.seconds - (worth_of_way(ahead, memory, reviewed, days) - later)) < 0.02 * most);
    }
  }
}

TEST_CASE("months ahead, worth is that of the best next review, or of none") {
  Threads threads(2);
  const int days = 90;
  const ReviewMoves moves(default_weights(), {}, {}, days, threads);
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
  const ReviewMoves moves(default_weights(), {}, {}, days + waited, threads);
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
  const ReviewMoves moves(default_weights(), {}, {}, 30, threads);
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

TEST_CASE("one thread and two, and the lanes of every kind of processor, give the same digits") {
  Threads one(1);
  Threads two(2);
  const ReviewMoves moves(default_weights(), {}, {}, 60, two);
  const int days = 37;
  const int waited = 20;
  std::vector<float> price(days + 1, 1.3e-3f);
  const std::vector<DayPasses> passes = day_passes_here();
  const std::vector<EarlierDay> earlier{{11, 0.7}, {15, 0.3}, {30, 0.2}};
  Outlook skipping = days_of(days, 1);
  skipping.lived = 0.7;
  for (const std::vector<float>& made : {std::vector<float>{}, chances_made(skipping)}) {
    for (const double heat : {1e-3, 0.0}) {
      std::vector<WorthTable> tables;
      for (std::size_t i = 0; i <= passes.size(); ++i)
        tables.emplace_back(moves, days, waited, 3, i == 0 ? one : two, earlier, made, passes[i == 0 ? 0 : i - 1]);
      for (WorthTable& table : tables) {
        if (heat > 0)
          for (const HeldItem& item : some_cards(100)) table.place(item.memory, days + item.waited_days, 1);
        table.value(price, heat);
        if (heat > 0) table.flow();
      }
      const WorthTable& plain = tables.front();
      for (const WorthTable& table : tables) {
        CHECK(plain.placed_worth() == table.placed_worth());
        for (int left = 0; left <= days; ++left) {
          CHECK(plain.load(left) == table.load(left));
          CHECK(plain.bend(left) == table.bend(left));
        }
        CHECK(plain.after_reviews() == table.after_reviews());
      }
    }
  }
}
