#include "price/price_search.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "price/mixing.h"

namespace starling {

namespace {

constexpr double kLowestPrice = 1e-9;
constexpr double kHighestPrice = 1;  // a second, for all that a card can be worth
constexpr int kSmoothedDays = 7;  // to either side
constexpr double kSmoothed = 0.3;
constexpr double kNewton = 0.4;
constexpr double kLongestMove = 0.7;
constexpr double kLeastExcess = -1;
constexpr double kMostExcess = 1.5;
constexpr std::size_t kLastDays = 60;  // whose prices say how dear minutes are
constexpr double kWrongLevel = 0.25;
constexpr double kLevelStep = 0.47;  // of the logarithm
constexpr int kMostLevelSteps = 30;
constexpr std::size_t kMixedSteps = 5;
constexpr double kLongestMixed = 1;  // of the logarithm
constexpr double kAfterRise = 0.45;
constexpr double kAfterFall = 1.12;

}  // namespace

std::vector<WorthTable> placed_tables(const ReviewMoves& moves, const Outlook& outlook, std::span<const double> ratios, Threads& threads) {
  const int left = outlook.days_left();
  const std::vector<float> made = chances_made(outlook);
  std::vector<WorthTable> tables;
  for (std::size_t ratio = 0; ratio < ratios.size(); ++ratio)
    tables.emplace_back(moves, left, longest_wait(outlook), outlook.doubt, threads, outlook.earlier, made);
  for (const HeldItem& item : outlook.held)
    tables[nearest_ratio(ratios, item.weight)].place(item.memory, left_when_reviewed(item, left), item.weight.worth);
  for (const FreshItems& fresh : outlook.fresh)
    for (std::size_t i = 0; i < kGrades.size(); ++i)
      tables[nearest_ratio(ratios, fresh.weight)].place(moves.first_memories()[i], left - fresh.day,
                                                        fresh.items * fresh.weight.worth * moves.first_shares()[i]);
  return tables;
}

std::vector<double> by_days_left(const Outlook& outlook, std::span<const double> by_day) {
  std::vector<double> result(outlook.seconds.size() + 1, 1.0);
  for (std::size_t day = 0; day < by_day.size(); ++day) result[outlook.seconds.size() - day] = by_day[day];
  return result;
}

std::vector<double> room_of(const ReviewMoves& moves, const Outlook& outlook) {
  std::vector<double> room = by_days_left(outlook, outlook.seconds);
  room[0] = 0;
  for (double& seconds : room) seconds = seconds > 0 ? seconds + moves.usual_seconds() / 2 : 0;
  return room;
}

std::vector<float> price_for(double ratio, const Outlook& outlook, std::span<const double> price) {
  std::vector<float> result(price.size(), WorthTable::kNotAsked);
  for (std::size_t left = 1; left < price.size(); ++left)
    if (outlook.seconds[price.size() - 1 - left] > 0)
      result[left] = static_cast<float>(price[left] * ratio);
  return result;
}

PriceSearch::PriceSearch(const ReviewMoves& moves, const Outlook& outlook, Threads& threads)
    : outlook_(outlook),
      ratios_(ratios_of(outlook)),
      tables_(placed_tables(moves, outlook, ratios_, threads)),
      room_(room_of(moves, outlook)),
      floor_(std::clamp(outlook.base, kLowestPrice, kHighestPrice)),
      review_seconds_(moves.usual_seconds()),
      load_(room_.size()),
      excess_(room_.size()) {
  for (const WorthTable& table : tables_) items_ += table.placed();
}

double PriceSearch::heat_at(const Heat& heat, std::span<const double> price) const {
  double sum = 0;
  int days = 0;
  for (std::size_t left = 1; left <= std::min(kLastDays, price.size() - 1); ++left) {
    if (is_off(left)) continue;
    sum += price[left];
    ++days;
  }
  return days > 0 ? std::max(heat.least, heat.of_price * review_seconds_ * sum / days) : heat.least;
}

double PriceSearch::dual_at(std::span<const double> price, double heat) {
  ++evaluations_;
  double dual = 0;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    tables_[i].value(price_for(ratios_[i], outlook_, price), heat);
    dual += tables_[i].placed_worth();
  }
  for (std::size_t left = 0; left < price.size(); ++left) dual += price[left] * room_[left];
  return dual;
}

// The mean over the days around, near ones counting more.
double PriceSearch::smoothed_excess(std::size_t left) const {
  double sum = 0;
  double weights = 0;
  const std::size_t first = left > kSmoothedDays ? left - kSmoothedDays : 1;
  for (std::size_t other = first; other < std::min(left + kSmoothedDays + 1, room_.size()); ++other) {
    if (is_off(other)) continue;
    const double weight = kSmoothedDays + 1.0 - std::abs(static_cast<double>(other) - static_cast<double>(left));
    sum += weight * excess_[other];
    weights += weight;
  }
  return sum / weights;
}

// After `dual_at` with the same prices.
void PriceSearch::look_around(Standing& at, double heat) {
  std::vector<double> bend(room_.size());
  std::ranges::fill(load_, 0.0);
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const double ratio = ratios_[i];
    tables_[i].flow();
    for (std::size_t left = 1; left < room_.size(); ++left) {
      load_[left] += ratio * tables_[i].load(static_cast<int>(left));
      bend[left] += ratio * ratio * tables_[i].bend(static_cast<int>(left));
    }
  }
  for (std::size_t left = 1; left < room_.size(); ++left)
    excess_[left] = is_off(left) ? 0 : std::clamp((load_[left] - room_[left]) / room_[left], kLeastExcess, kMostExcess);
  at.toward.assign(room_.size(), 0);
  double wrong = 0;
  double too_much = 0;
  double all = 0;
  double too_low = 0;
  double paid = 0;
  for (std::size_t left = 1; left < room_.size(); ++left) {
    if (is_off(left)) continue;
    const double over = load_[left] - room_[left];
    const double slope = std::max(bend[left] * at.price[left], 1e-30);
    const double newton = std::clamp(heat * over / slope, -kLongestMove / kNewton, kLongestMove / kNewton);
    const double lowest = at.price[left] > floor_ ? -kLongestMove : 0;
    at.toward[left] = std::clamp(kSmoothed * smoothed_excess(left) + kNewton * newton, lowest, kLongestMove);
    all += room_[left];
    too_much += std::max(over, 0.0);
    // On a day at the floor minutes may be left over.
    const double off = at.price[left] > floor_ ? over : std::max(over, 0.0);
    wrong += at.price[left] * std::abs(off);
    too_low += at.price[left] * off;
    paid += at.price[left] * room_[left];
  }
  at.too_low = paid > 0 ? too_low / paid : 0;
  at.overload = all > 0 ? too_much / all : 0;
  at.unsettled = items_ > 0 ? wrong / items_ : 0;
}

// By so much of the logarithm.
void PriceSearch::raise(double& price, double by) const { price = std::clamp(price * std::exp(by), floor_, kHighestPrice); }

std::vector<double> PriceSearch::moved(const Standing& from, std::span<const double> by) const {
  std::vector<double> price = from.price;
  for (std::size_t left = 1; left < price.size(); ++left)
    if (!is_off(left)) raise(price[left], std::clamp(by[left], -kLongestMixed, kLongestMixed));
  return price;
}

// How far the logarithms went, within their limits.
std::vector<double> PriceSearch::way(const Standing& from, const Standing& to) const {
  std::vector<double> way(from.price.size());
  for (std::size_t left = 1; left < way.size(); ++left)
    if (!is_off(left)) way[left] = std::log(to.price[left] / from.price[left]);
  return way;
}

std::vector<double> PriceSearch::within_limits(std::span<const double> by_day) const {
  std::vector<double> price = by_days_left(outlook_, by_day);
  price[0] = 1;
  for (std::size_t left = 1; left < price.size(); ++left) price[left] = is_off(left) ? 1 : std::clamp(price[left], floor_, kHighestPrice);
  return price;
}

PriceSearch::Standing PriceSearch::standing_at(std::vector<double> price, double heat) {
  Standing at;
  at.price = std::move(price);
  at.dual = dual_at(at.price, heat);
  look_around(at, heat);
  return at;
}

// A mixed step that raises the dual is forgotten with those that led to it, and one goes on from a single step, shorter
// where that raised it too.
PriceSearch::Standing PriceSearch::stepped(Standing at, double heat, const PriceStage& stage) {
  Mixing mixing(kMixedSteps);
  double length = 1;
  for (int step = 0; step < stage.steps && at.unsettled > stage.unsettled; ++step) {
    const bool is_mixed = stage.stepping == Steps::Mixed && mixing.remembers();
    std::vector<double> by = is_mixed ? mixing.step_from(at.toward) : at.toward;
    if (!is_mixed)
      for (double& each : by) each *= length;
    Standing next;
    next.price = moved(at, by);
    next.dual = dual_at(next.price, heat);
    if (next.dual > at.dual) {
      if (!is_mixed) length *= kAfterRise;
      mixing.forget();
      continue;
    }
    look_around(next, heat);
    std::vector<double> change = next.toward;
    std::ranges::transform(change, at.toward, change.begin(), std::minus());
    mixing.remember(way(at, next), std::move(change));
    at = std::move(next);
    if (!is_mixed) length = std::min(1.0, kAfterFall * length);
  }
  return at;
}

// The dual is convex, so along one line it falls until it rises.
std::vector<double> PriceSearch::at_level(const Standing& from, double heat) {
  const double step = from.too_low > 0 ? kLevelStep : -kLevelStep;
  std::vector<double> best = from.price;
  double least = from.dual;
  for (int i = 0; i < kMostLevelSteps; ++i) {
    std::vector<double> next = best;
    for (std::size_t left = 1; left < next.size(); ++left)
      if (!is_off(left)) raise(next[left], step);
    const double dual = dual_at(next, heat);
    if (dual >= least) break;
    least = dual;
    best = std::move(next);
  }
  return best;
}

Prices PriceSearch::prices_of(const Standing& at, double heat) const {
  Prices prices{{}, heat, at.dual, at.overload, at.unsettled, evaluations_};
  for (int day = 0; day < outlook_.days_left(); ++day)
    prices.per_second.push_back(at.price[index_of(outlook_.days_left() - day)]);
  return prices;
}

Prices PriceSearch::run(std::span<const double> first, std::span<const PriceStage> stages, FoundFor found_for) {
  Standing at;
  at.price = within_limits(first);
  double heat = 0;
  for (const PriceStage& stage : stages) {
    if (const double before = std::exchange(heat, heat_at(stage.heat, at.price)); heat != before) at = standing_at(std::move(at.price), heat);
    const bool levels = std::exchange(found_for, FoundFor::TheSame) == FoundFor::OtherMinutes || stage.stepping == Steps::Mixed;
    if (levels && std::abs(at.too_low) > kWrongLevel) {
      std::vector<double> level = at_level(at, heat);
      heat = heat_at(stage.heat, level);
      at = standing_at(std::move(level), heat);
    }
    at = stepped(std::move(at), heat, stage);
  }
  return prices_of(at, heat);
}

}  // namespace starling
