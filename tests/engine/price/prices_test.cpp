// Prices of minutes: that they keep to the minutes, bound every way to use them, and stand bad input.
#include <cmath>
#include <functional>
#include <memory>

#include "calendar/calendar.h"
#include "engine/price/learners.h"

using namespace starling;
using namespace starling::test;

namespace {

constexpr double kSeconds = 10;  // of every look, where a test counts reviews

bool is_number(double value) { return std::isfinite(value); }

// Two cards, one review a day.
struct TwoCards {
  std::array<HeldItem, 2> cards;
  int left;
};
// The card that is reviewed, or -1.
using Choose = std::function<int(const TwoCards&)>;

double end_worth(const Fsrs6& model, const TwoCards& pair, double doubt) {
  double worth = 0;
  for (const HeldItem& card : pair.cards)
    worth += worth_of_recall(model.recall_after(card.waited_days, card.memory.stability), doubt);
  return worth;
}

// Expected worth when `choice` is reviewed now and `go_on` says what the next day is worth.
using GoOn = std::function<double(const TwoCards&)>;
double worth_of_choice(const Fsrs6& model, const TwoCards& pair, int choice, const GoOn& go_on) {
  TwoCards next = pair;
  --next.left;
  for (HeldItem& card : next.cards) ++card.waited_days;
  if (choice < 0) return go_on(next);
  const auto at = static_cast<std::size_t>(choice);
  double worth = 0;
  const HeldItem& card = pair.cards[at];
  for (const AfterReview& after : after_reviews(model, even_habits(kSeconds), card.memory, card.waited_days)) {
    next.cards[at] = {after.memory, 1, {}};
    worth += after.chance * go_on(next);
  }
  return worth;
}

double best_of_all_plans(const Fsrs6& model, const TwoCards& pair, double doubt) {
  if (pair.left == 0) return end_worth(model, pair, doubt);
  const auto go_on = [&](const TwoCards& next) { return best_of_all_plans(model, next, doubt); };
  double best = worth_of_choice(model, pair, -1, go_on);
  for (const int choice : {0, 1})
    if (pair.cards[static_cast<std::size_t>(choice)].waited_days > 0)
      best = std::max(best, worth_of_choice(model, pair, choice, go_on));
  return best;
}

double worth_of_plan(const Fsrs6& model, const TwoCards& pair, double doubt, const Choose& choose) {
  if (pair.left == 0) return end_worth(model, pair, doubt);
  const GoOn go_on = [&](const TwoCards& next) { return worth_of_plan(model, next, doubt, choose); };
  return worth_of_choice(model, pair, choose(pair), go_on);
}

Outlook outlook_of(const TwoCards& pair, const ReviewMoves& moves) {
  Outlook outlook;
  // With the half review on top, just one a day.
  outlook.seconds.assign(static_cast<std::size_t>(pair.left), kSeconds - moves.usual_seconds() / 2);
  outlook.held.assign(pair.cards.begin(), pair.cards.end());
  outlook.doubt = 1;
  return outlook;
}

}  // namespace

TEST_CASE("two cards and one review a day: no plan beats the bound, and the highest gain comes near the best plan") {
  Threads threads(1);
  const Fsrs6 model(default_fsrs6_weights());
  const ReviewMoves moves(default_weights(), even_habits(kSeconds), {}, 12, threads);
  CHECK(moves.usual_seconds() == doctest::Approx(kSeconds));
  const std::array<TwoCards, 4> pairs{{{{held(0.6, 7, 1), held(3, 5, 2)}, 4},
                                    {{held(12, 4, 6), held(1.5, 8, 1)}, 4},
                                    {{held(2, 5, 1), held(2, 5, 1)}, 3},
                                    {{held(0.2, 9, 1), held(40, 2, 6)}, 4}}};
  for (const TwoCards& pair : pairs) {
    const Outlook outlook = outlook_of(pair, moves);
    const Prices prices = find_prices(moves, outlook, 1e-3, threads);
    const double bound = 2 * worth_bound(moves, outlook, prices, threads);
    const double best = best_of_all_plans(model, pair, outlook.doubt);
    const Choose by_gain = [&](const TwoCards& now) {
      const Prices rest{{prices.per_second.end() - now.left, prices.per_second.end()}};
      const DayWorth worth(moves, outlook_of(now, moves), rest, threads);
      std::array<double, 2> gains{};
      for (std::size_t i = 0; i < 2; ++i) {
        ReviewGain gain;
        worth.gains(now.cards[i], std::span(&gain, 1));
        gains[i] = gain.per_second;
      }
      return std::max(gains[0], gains[1]) <= 0 ? -1 : gains[0] >= gains[1] ? 0 : 1;
    };
    const double reached = worth_of_plan(model, pair, outlook.doubt, by_gain);
    CAPTURE(pair.cards[0].memory.stability.days);
    CHECK(best <= bound + 0.01);  // the grid's
    CHECK(bound <= best + 0.1);
    CHECK(reached <= best + 1e-9);
    CHECK(reached >= best - 0.02);
  }
}

namespace {

// Lives of some cards by chance, each day's reviews the highest by `rank` until the minutes are gone.
using Rank = std::function<double(const HeldItem& card, int day)>;
double played_worth(const Outlook& outlook, const Rank& rank, std::uint64_t seed) {
  const Fsrs6 model(default_fsrs6_weights());
  const Habits habits;
  SplitMix64 dice(Seed{seed});
  std::vector<HeldItem> cards = outlook.held;
  for (int day = 0; day < outlook.days_left(); ++day) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < cards.size(); ++i)
      if (cards[i].waited_days > 0) order.emplace_back(-rank(cards[i], day), i);
    std::ranges::sort(order);
    double seconds = outlook.seconds[static_cast<std::size_t>(day)];
    for (const auto& [rank_of, i] : order) {
      if (seconds <= 0) break;
      const auto after = after_reviews(model, habits, cards[i].memory, cards[i].waited_days);
      double unit = unit_interval(Seed{dice.next()});
      std::size_t grade = 0;
      while (grade + 1 < after.size() && unit >= after[grade].chance) unit -= after[grade++].chance;
      seconds -= after[grade].seconds;
      cards[i] = {after[grade].memory, 0, {}};
    }
    for (HeldItem& card : cards) ++card.waited_days;
  }
  double worth = 0;
  for (const HeldItem& card : cards)
    worth += worth_of_recall(model.recall_after(card.waited_days, card.memory.stability), outlook.doubt);
  return worth / static_cast<double>(cards.size());
}

}  // namespace

TEST_CASE("no simulated way to use the minutes beats the bound, and the highest gain comes nearest") {
  Threads threads(2);
  Outlook outlook = days_of(30, 5);
  outlook.seconds[10] = outlook.seconds[11] = 0;
  outlook.held = some_cards(150);
  const ReviewMoves moves = moves_for(outlook, threads);
  const Fsrs6 model(default_fsrs6_weights());
  const Prices prices = find_prices(moves, outlook, 1e-3, threads);
  REQUIRE(prices.settled());
  const DayWorth worth(moves, outlook, prices, threads);
  std::vector<std::unique_ptr<DayWorth>> by_day(30);
  const auto gain = [&](const HeldItem& card, int day) {
    Outlook rest = outlook;
    rest.seconds.erase(rest.seconds.begin(), rest.seconds.begin() + day);
    auto& of = by_day[static_cast<std::size_t>(day)];
    const Prices later{{prices.per_second.begin() + day, prices.per_second.end()}};
    if (!of) of = std::make_unique<DayWorth>(moves, rest, later, threads);
    ReviewGain first;
    of->gains(card, std::span(&first, 1));
    return first.per_second;
  };
  const auto recall = [&](const HeldItem& card) { return model.recall_after(card.waited_days, card.memory.stability); };
  const auto lowest_recall = [&](const HeldItem& card, int) { return -recall(card); };
  const auto longest_wait_first = [](const HeldItem& card, int) { return static_cast<double>(card.waited_days); };
  const auto nearest_to_90 = [&](const HeldItem& card, int) { return -std::abs(recall(card) - 0.9); };
  const auto mean_of = [&](const Rank& rank) {
    double sum = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) sum += played_worth(outlook, rank, seed);
    return sum / 6;
  };
  const double reached = mean_of(gain);
  constexpr double kLuck = 0.004;
  const double bound = worth_bound(moves, outlook, prices, threads);
  CHECK(reached <= bound + kLuck);
  CHECK(reached >= bound - 0.02);
  for (const Rank& rank : {Rank(lowest_recall), Rank(longest_wait_first), Rank(nearest_to_90)}) {
    CHECK(mean_of(rank) <= bound + kLuck);
    CHECK(mean_of(rank) <= reached + kLuck);
  }
}

TEST_CASE("more minutes never cost more, and never bring less") {
  Threads threads(2);
  double dearest = 1;
  double least = -3;
  for (const double minutes : {2.0, 5.0, 10.0, 30.0}) {
    Outlook outlook = days_of(40, minutes);
    outlook.held = some_cards(300);
    const ReviewMoves moves = moves_for(outlook, threads);
    const Prices prices = find_prices(moves, outlook, 1e-3, threads);
    CAPTURE(minutes);
    CHECK(prices.settled());
    double sum = 0;
    for (const double price : prices.per_second) sum += price;
    CHECK(sum / 40 <= dearest);
    dearest = sum / 40;
    const double bound = worth_bound(moves, outlook, prices, threads);
    CHECK(bound >= least);
    least = bound;
  }
}

TEST_CASE("a day off asks nothing, and no day is cheaper than a second is elsewhere") {
  Threads threads(2);
  Outlook outlook = days_of(30, 20);
  outlook.seconds[3] = 0;
  outlook.held = some_cards(60);
  outlook.base = 4e-4;
  const ReviewMoves moves = moves_for(outlook, threads);
  const Prices prices = find_prices(moves, outlook, 4e-4, threads);
  CHECK(prices.per_second[3] == 1);
  CHECK(*std::ranges::min_element(prices.per_second) == 4e-4);
  const DayWorth worth(moves, outlook, prices, threads);
  std::vector<ReviewGain> gains(30);
  for (const HeldItem& card : outlook.held) {
    worth.gains(card, gains);
    CHECK(gains[3].per_second == 0);
    CHECK(gains[4].seconds > 5);
    if (card.waited_days == 0) CHECK(gains[0].seconds == 0);
  }
}

TEST_CASE("an item that takes ten times as long and is worth ten times as much is asked when a card is") {
  Threads threads(2);
  Outlook outlook = days_of(25, 10);
  const std::array<ItemWeight, 3> weights{{{1, 1}, {10, 10}, {2, 1}}};
  outlook.held = some_cards(90);
  for (std::size_t i = 0; i < outlook.held.size(); ++i) outlook.held[i].weight = weights[i % 3];
  const ReviewMoves moves = moves_for(outlook, threads);
  const Prices prices = find_prices(moves, outlook, 1e-3, threads);
  CHECK(prices.settled());
  const DayWorth worth(moves, outlook, prices, threads);
  std::array<ReviewGain, 20> card;
  std::array<ReviewGain, 20> bulky;
  HeldItem item = held(4, 6, 3);
  worth.gains(item, card);
  item.weight = weights[1];
  worth.gains(item, bulky);
  for (std::size_t day = 0; day < card.size(); ++day) {
    CHECK(bulky[day].per_second == doctest::Approx(card[day].per_second).epsilon(1e-4));
    CHECK(bulky[day].seconds == doctest::Approx(10 * card[day].seconds));
  }
  const double of_card = worth.worth_of(held(4, 6, 3));
  CHECK(worth.worth_of(item) == doctest::Approx(10 * of_card).epsilon(1e-4));
  item.weight = weights[2];
  CHECK(worth.worth_of(item) < of_card);
}

TEST_CASE("weights whose seconds cost alike for what they bring share a table, and there are never very many tables") {
  Outlook outlook = days_of(20, 10);
  outlook.held = some_cards(40);
  CHECK(ratios_of(outlook) == std::vector<double>{1});
  for (std::size_t i = 0; i < outlook.held.size(); ++i) outlook.held[i].weight = {i % 2 == 0 ? 9.8 : 63, i % 2 == 0 ? 10.0 : 60};
  CHECK(ratios_of(outlook) == std::vector<double>{1});
  outlook.held[7].weight = {1, 3};
  CHECK(ratios_of(outlook) == std::vector<double>{1, 1.0 / 3});
  for (std::size_t i = 0; i < outlook.held.size(); ++i) outlook.held[i].weight.worth = std::pow(2.0, static_cast<double>(i % 20) - 10);
  const std::vector<double> ratios = ratios_of(outlook);
  CHECK(ratios.size() < 10);
  for (std::size_t i = 0; i < ratios.size(); ++i) CHECK(nearest_ratio(ratios, {3 * ratios[i], 3}) == i);
}

TEST_CASE("long items and short ones fill the minutes of the days together, and none knows more than the bound") {
  Threads threads(2);
  Outlook outlook = days_of(30, 9);
  outlook.held = some_cards(80);
  const std::array<ItemWeight, 4> weights{{{1, 1}, {10, 10}, {12, 8}, {1, 2}}};
  for (std::size_t i = 0; i < outlook.held.size(); ++i) outlook.held[i].weight = weights[i % weights.size()];
  const ReviewMoves moves = moves_for(outlook, threads);
  const Prices prices = find_prices(moves, outlook, 5e-4, threads);
  CHECK(prices.settled());
  double worth = 0;
  double unreviewed = 0;
  const Fsrs6 model(*default_weights().fsrs6());
  for (const HeldItem& item : outlook.held) {
    worth += item.weight.worth;
    unreviewed += item.weight.worth * worth_of_recall(model.recall_after(item.waited_days + 30, item.memory.stability), outlook.doubt);
  }
  const double bound = worth_bound(moves, outlook, prices, threads);
  CHECK(bound > unreviewed / worth + 0.05);
  CHECK(bound < 1);
  // The same items with half the worth each are worth as much in the mean, at half the prices.
  for (HeldItem& item : outlook.held) item.weight.worth /= 2;
  Prices half = prices;
  for (double& price : half.per_second) price /= price < 1 ? 2 : 1;
  CHECK(worth_bound(moves, outlook, half, threads) == doctest::Approx(bound).epsilon(1e-3));
}

TEST_CASE("prices have the same digits on one thread and on two, and warm steps find what cold ones found") {
  Outlook outlook = days_of(45, 6);
  outlook.held = some_cards(200);
  for (int day = 0; day < 20; ++day) outlook.fresh.push_back({day, 3, {}});
  std::vector<Prices> found;
  for (const int count : {1, 2}) {
    Threads threads(count);
    const ReviewMoves moves = moves_for(outlook, threads);
    found.push_back(find_prices(moves, outlook, 1e-3, threads));
    found.push_back(renew_prices(moves, outlook, found.back(), 0, 1e-3, 6, threads));
    CHECK(found.back().dual <= found[found.size() - 2].dual);
    CHECK(found.back().dual == doctest::Approx(found[found.size() - 2].dual).epsilon(2e-4));
  }
  CHECK(found[0].per_second == found[2].per_second);
  CHECK(found[1].per_second == found[3].per_second);
  CHECK(found[1].dual == found[3].dual);
}

namespace {

void check_sensible(const ReviewMoves& moves, const Outlook& outlook, Threads& threads) {
  for (const double heat : {2e-3, 0.0}) {
    const Prices prices = find_prices(moves, outlook, heat, threads);
    REQUIRE(prices.per_second.size() == outlook.seconds.size());
    CHECK(is_number(prices.dual));
    CHECK(is_number(prices.unsettled));
    CHECK(is_number(prices.overload));
    for (const double price : prices.per_second) {
      CHECK(price > 0);
      CHECK(price <= 1);
    }
    const DayWorth worth(moves, outlook, prices, threads);
    CHECK(is_number(worth_bound(moves, outlook, prices, threads)));
    CHECK(is_number(worth.worth_of_new(0)));
    std::vector<ReviewGain> gains(outlook.seconds.size());
    for (const HeldItem& item : {held(1e-3, 10, 0), held(5, 5, 4000), held(36500, 1, 3), held(0.5, 3, -2)}) {
      worth.gains(item, gains);
      for (const ReviewGain& gain : gains) {
        CHECK(is_number(gain.per_second));
        CHECK(gain.seconds >= 0);
      }
      CHECK(worth.worth_of(item) <= 1.0001);
    }
  }
}

}  // namespace

TEST_CASE("weights at their limits, looks that take no time, odd numbers: every figure is a number") {
  Threads threads(2);
  Outlook outlook = days_of(20, 10);
  outlook.held = some_cards(30);
  outlook.fresh = {{0, 5, {}}, {1, 5, {}}};
  for (const ModelKind kind : kModelKinds)
    for (const bool high : {false, true}) {
      Weights weights = default_weights(kind);
      const auto limits = weight_limits(kind);
      for (std::size_t i = 0; i < limits.size(); ++i) weights.numbers()[i] = high ? limits[i].high : limits[i].low;
      check_sensible({weights, {}, {}, longest_interval(outlook), threads}, outlook, threads);
    }
  for (const double seconds : {0.0, -5.0, std::nan(""), 1e12}) {
    const ReviewMoves moves = moves_for(outlook, threads, even_habits(seconds));
    CHECK(moves.usual_seconds() > 0);
    check_sensible(moves, outlook, threads);
  }
}

TEST_CASE("one day left, no minutes, no cards, three and fifty thousand: every figure is a number") {
  Threads threads(2);
  for (const int days : {1, 2, 9, 17})
    for (const double minutes : {0.0, 10.0})
      for (const int cards : {0, 3}) {
        Outlook outlook = days_of(days, minutes);
        outlook.held = some_cards(cards);
        CAPTURE(days);
        CAPTURE(minutes);
        CAPTURE(cards);
        const ReviewMoves moves = moves_for(outlook, threads);
        check_sensible(moves, outlook, threads);
        CHECK(find_prices(moves, outlook, 1e-3, threads).settled());
      }
  Outlook many = days_of(20, 10);
  many.held = some_cards(50'000);
  const ReviewMoves moves = moves_for(many, threads);
  check_sensible(moves, many, threads);
}

TEST_CASE("prices that were not searched for long enough say so") {
  Threads threads(2);
  Outlook outlook = days_of(40, 1);
  outlook.held = some_cards(400);
  const ReviewMoves moves = moves_for(outlook, threads);
  for (const double price : {1e-9, 1e-3, 0.5})
    CHECK_FALSE(renew_prices(moves, outlook, Prices{std::vector<double>(40, price), 1e-3}, 0, 1e-3, 0, threads).settled());
  CHECK(find_prices(moves, outlook, 1e-3, threads).settled());
}

namespace {

double mean_log_apart(const Prices& prices, const Prices& others, const Outlook& outlook) {
  double sum = 0;
  int days = 0;
  for (std::size_t day = 0; day < outlook.seconds.size(); ++day)
    if (outlook.seconds[day] > 0) {
      sum += std::log(prices.per_second[day] / others.per_second[day]);
      ++days;
    }
  return sum / days;
}

}  // namespace

TEST_CASE("what is found from nothing is as dear on the whole as what any number of steps finds, with practice beside cards too") {
  Threads threads(2);
  Outlook outlook = days_of(100, 12);
  outlook.held = some_cards(300);
  for (int day = 0; day < 60; ++day) {
    outlook.fresh.push_back({day, 8, {}});
    outlook.fresh.push_back({day, 0.5, {60, 2}});
    outlook.fresh.push_back({day, 0.5, {15, 4}});
  }
  const ReviewMoves moves = moves_for(outlook, threads);
  for (const double minutes : {4.0, 12.0, 25.0}) {
    CAPTURE(minutes);
    for (double& seconds : outlook.seconds)
      if (seconds > 0) seconds = 60 * minutes;
    const Prices found = find_prices(moves, outlook, 4e-4, threads, Steps::Mixed);
    CHECK(found.unsettled <= 0.005);
    const Prices longer = renew_prices(moves, outlook, found, 0, {found.heat, 0}, 300, threads, FoundFor::OtherMinutes, Steps::Mixed);
    CHECK(std::abs(mean_log_apart(found, longer, outlook)) < 0.05);
    CHECK(found.evaluations < 130);
  }
}

TEST_CASE("from the prices of other minutes the way is as short as from those of the same") {
  Threads threads(2);
  Outlook outlook = days_of(60, 5);
  outlook.held = some_cards(400);
  const ReviewMoves moves = moves_for(outlook, threads);
  const Prices own = find_prices(moves, outlook, 1e-3, threads);
  for (const double minutes : {1.0, 2.5, 12.0}) {
    CAPTURE(minutes);
    Outlook other = days_of(60, minutes);
    other.held = outlook.held;
    const Prices found = renew_prices(moves, outlook, find_prices(moves, other, 1e-3, threads), 0, 1e-3, 30, threads, FoundFor::OtherMinutes);
    CHECK(found.settled());
    CHECK(found.evaluations < own.evaluations);
    CHECK(found.dual == doctest::Approx(own.dual).epsilon(2e-4));
  }
}

TEST_CASE("where minutes are dear the choice is as much softer") {
  Threads threads(2);
  double heat = 0;
  for (const double minutes : {20.0, 2.0, 1.0}) {
    Outlook outlook = days_of(60, minutes);
    outlook.held = some_cards(400);
    const Prices prices = find_prices(moves_for(outlook, threads), outlook, 1e-3, threads);
    CHECK(prices.settled());
    if (minutes == 20.0)
      CHECK(prices.heat == 1e-3);
    else
      CHECK(prices.heat > heat);
    heat = prices.heat;
  }
}

TEST_CASE("300 days of minutes of which one has none are priced") {
  Threads threads(2);
  Outlook outlook = days_of(300, 3);
  outlook.seconds[77] = 0;
  outlook.held = some_cards(100);
  const ReviewMoves moves = moves_for(outlook, threads);
  const Prices first{std::vector<double>(300, 2e-4), 1e-3};
  const Prices prices = renew_prices(moves, outlook, first, 0, 1e-3, 4, threads);
  CHECK(prices.settled());
  CHECK(prices.per_second[77] == 1);
  CHECK(prices.per_second[78] < 1e-2);
}

TEST_CASE("a card that is begun or reviewed some days from now is worth what it will be then") {
  Threads threads(2);
  Outlook outlook = days_of(30, 5);
  outlook.held = some_cards(100);
  const ReviewMoves moves = moves_for(outlook, threads);
  const Prices prices = find_prices(moves, outlook, 1e-3, threads);
  const DayWorth now(moves, outlook, prices, threads);
  Outlook rest = outlook;
  rest.seconds.resize(22);
  const Prices later{{prices.per_second.begin() + 8, prices.per_second.end()}};
  const DayWorth then(moves, rest, later, threads);
  std::array<ReviewGain, 12> from_now;
  std::array<ReviewGain, 4> from_then;
  now.gains(held(2, 5, -7), from_now);
  then.gains(held(2, 5, 1), from_then);
  for (std::size_t day = 0; day < 8; ++day) CHECK(from_now[day].seconds == 0);
  for (std::size_t day = 0; day < 4; ++day) CHECK(from_now[8 + day].per_second == from_then[day].per_second);
  CHECK(now.worth_of(held(2, 5, -8)) == then.worth_of(held(2, 5, 0)));
  CHECK(now.worth_of_new(8) == then.worth_of_new(0));
}

TEST_CASE("prices that are found again each week are sought colder, and minutes are worth the same elsewhere") {
  for (const double seconds : {20.0, 80.0, 120.0, 200.0, 900.0}) {
    CAPTURE(seconds);
    const PriceSettings once = usual_price_settings(seconds, Renewed::Never);
    const PriceSettings weekly = usual_price_settings(seconds, Renewed::Weekly);
    CHECK(weekly.heat.least <= once.heat.least);
    CHECK(weekly.heat.of_price < once.heat.of_price);
    CHECK(weekly.doubt <= once.doubt);
    CHECK(weekly.base == once.base);
  }
}

TEST_CASE("a little more time for each item changes little of how prices are sought, and minutes elsewhere are never worth less") {
  double before = 0;
  for (double seconds = 100; seconds < 200; seconds += 0.5) {
    CAPTURE(seconds);
    const PriceSettings less = usual_price_settings(seconds, Renewed::Never);
    const PriceSettings more = usual_price_settings(seconds + 0.5, Renewed::Never);
    CHECK(more.base - less.base < 0.02 * kBasePrices[1]);
    CHECK(less.heat.least - more.heat.least < 1.2e-5);
    CHECK(less.base >= before);
    before = less.base;
  }
  CHECK(before == kBasePrices[1]);
  CHECK(usual_price_settings(100, Renewed::Never).base == 0);
}

TEST_CASE("how cold a choice may be is a share of what a review costs, and what is asked for at least") {
  Threads threads(2);
  Outlook outlook = days_of(60, 1);
  outlook.held = some_cards(400);
  const ReviewMoves moves = moves_for(outlook, threads);
  const Prices hot = find_prices(moves, outlook, {1e-5, 0.03}, threads);
  const Prices cold = find_prices(moves, outlook, {1e-5, 0.015}, threads);
  CHECK(cold.heat > 1e-5);
  CHECK(hot.heat > 1.5 * cold.heat);
  CHECK(find_prices(moves, outlook, {0.1, 0.015}, threads).heat == 0.1);
}
