#include "rounds/core_search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

#include "rounds/covering.h"

namespace starling {

namespace {

// Steps of the prices at the top and in a branch, and how many in vain until they become half as long. Tried on banks
// of 20 to 200 stories; any numbers find the same set.
constexpr int kStepsAtTop = 300;
constexpr int kSteps = 20;
constexpr int kPatience = 10;

template <class Do>
void for_each_in(PrincipleSet set, Do act) {
  for (; set != 0; set &= set - 1) act(static_cast<std::size_t>(std::countr_zero(set)));
}

}  // namespace

CoreSearch::CoreSearch(std::vector<PrincipleSet> angles, const CoreWish& wish) : angles_(std::move(angles)), wish_(wish) {
  wanted_ = most_covered(angles_, wish_.times, wish_.most_uses);
  for (const PrincipleSet each : angles_)
    for_each_in(each, [&](std::size_t p) { places_[p] = std::min(places_[p] + 1, wish_.times); });
  all_places_ = std::accumulate(places_.begin(), places_.end(), 0) == wanted_.back();
  told_.resize(angles_.size());
}

CoreSearch::Set CoreSearch::fewest(const std::vector<double>& weights) {
  weights_.assign(angles_.size(), 0);
  any_will_do_ = true;
  for (size_ = (wanted_.back() + wish_.most_uses - 1) / wish_.most_uses; best_worth_ < 0; ++size_) look_from_the_top();
  --size_;
  any_will_do_ = false;
  if (std::ranges::adjacent_find(weights, std::ranges::not_equal_to()) == weights.end()) return best_;
  weights_ = weights;
  best_worth_ = worth_of(best_);
  swap_for_better();
  look_from_the_top();
  return best_;
}

double CoreSearch::worth_of(const Set& set) const {
  double sum = 0;
  for (const std::size_t story : set) sum += weights_[story];
  return sum;
}

// Sooner known than whether it covers all.
bool CoreSearch::has_enough_of_each(const Set& set) const {
  if (!all_places_) return true;
  Counts left = places_;
  for (const std::size_t story : set) for_each_in(angles_[story], [&](std::size_t p) { --left[p]; });
  return std::ranges::all_of(left, [](int each) { return each <= 0; });
}

bool CoreSearch::covers_all(const Set& set) const {
  Covering covering(wish_.times, wish_.most_uses);
  for (const std::size_t story : set) {
    covering.add(angles_[story]);
    if (covering.total() == wanted_.back()) break;
  }
  if (covering.total() < wanted_.back()) return false;
  if (all_places_) return true;
  std::vector<PrincipleSet> stories;
  for (const std::size_t story : set) stories.push_back(angles_[story]);
  return most_covered(stories, wish_.times, wish_.most_uses) == wanted_;
}

void CoreSearch::take_if_better(Set set) {
  const double worth = worth_of(set);
  if (worth < best_worth_ + 0.5 || !has_enough_of_each(set) || !covers_all(set)) return;
  std::ranges::sort(set);
  best_ = std::move(set);
  best_worth_ = worth;
}

// One story for another as long as that makes the set worthier.
void CoreSearch::swap_for_better() {
  for (bool again = true; std::exchange(again, false);)
    for (std::size_t place = 0; place < best_.size(); ++place)
      for (std::size_t in = 0; in < angles_.size(); ++in) {
        if (weights_[in] <= weights_[best_[place]] || std::ranges::binary_search(best_, in)) continue;
        const double before = best_worth_;
        Set set = best_;
        set[place] = in;
        take_if_better(std::move(set));
        again = again || best_worth_ > before;
      }
}

double CoreSearch::value_at(std::size_t story, const Prices& prices) {
  PrincipleSet told = angles_[story];
  while (std::popcount(told) > wish_.most_uses) {
    std::size_t cheapest = kPrincipleCount;
    for_each_in(told, [&](std::size_t p) {
      if (cheapest == kPrincipleCount || prices[p] < prices[cheapest]) cheapest = p;
    });
    told &= ~set_of(cheapest);
  }
  told_[story] = told;
  double value = weights_[story];
  for_each_in(told, [&](std::size_t p) { value += prices[p]; });
  return value;
}

// What the places cost at least, and how many of each principle those are.
double CoreSearch::cost_at(const Prices& prices, Counts& places) const {
  double cost = 0;
  places = places_;
  for (std::size_t p = 0; p < kPrincipleCount; ++p) cost += places[p] * prices[p];
  if (all_places_) return cost;
  std::array<std::size_t, kPrincipleCount> dearest;
  std::iota(dearest.begin(), dearest.end(), std::size_t{0});
  std::ranges::stable_sort(dearest, std::ranges::greater(), [&](std::size_t p) { return prices[p]; });
  int too_many = std::accumulate(places_.begin(), places_.end(), 0) - wanted_.back();
  for (const std::size_t p : dearest) {
    const int unpaid = std::min(too_many, places[p]);
    too_many -= unpaid;
    places[p] -= unpaid;
    cost -= unpaid * prices[p];
  }
  return cost;
}

CoreSearch::Bound CoreSearch::bound_of(const Branch& branch, const Prices& prices) {
  Bound bound;
  bound.set = branch.in;
  for (const std::size_t story : branch.in) bound.worth += value_at(story, prices);
  for (const std::size_t story : branch.free) bound.values.push_back(value_at(story, prices));
  bound.order.resize(branch.free.size());
  std::iota(bound.order.begin(), bound.order.end(), std::size_t{0});
  std::ranges::sort(bound.order, [&](std::size_t a, std::size_t b) {
    return bound.values[a] != bound.values[b] ? bound.values[a] > bound.values[b] : a < b;
  });
  bound.open = std::min(branch.free.size(), static_cast<std::size_t>(size_) - branch.in.size());
  for (std::size_t i = 0; i < bound.open; ++i) {
    bound.set.push_back(branch.free[bound.order[i]]);
    bound.worth += bound.values[bound.order[i]];
  }
  Counts places{};
  bound.worth -= cost_at(prices, places);
  for (std::size_t p = 0; p < kPrincipleCount; ++p) bound.over[p] = -places[p];
  for (const std::size_t story : bound.set) for_each_in(told_[story], [&](std::size_t p) { ++bound.over[p]; });
  return bound;
}

bool CoreSearch::is_too_low(double worth) const { return worth < best_worth_ + 1 - 1e-4 - 1e-12 * std::abs(best_worth_); }

// A free one without which, or with which, nothing better is left.
void CoreSearch::fix_what_is_no_choice(Branch& branch, const Bound& bound) const {
  if (bound.open == 0 || bound.open >= bound.order.size()) return;
  const double last_in = bound.values[bound.order[bound.open - 1]];
  const double first_out = bound.values[bound.order[bound.open]];
  Set left;
  for (std::size_t i = 0; i < bound.order.size(); ++i) {
    const double value = bound.values[bound.order[i]];
    const std::size_t story = branch.free[bound.order[i]];
    if (i < bound.open && is_too_low(bound.worth - value + first_out))
      branch.in.push_back(story);
    else if (i < bound.open || !is_too_low(bound.worth - last_in + value))
      left.push_back(story);
  }
  std::ranges::sort(left);
  branch.free = std::move(left);
}

// False where nothing better is in the branch. `often` counts how often the moving prices chose each story. A step goes
// on in part where the last one went, which keeps the prices from going to and fro.
bool CoreSearch::lower_prices(Branch& branch, int steps, std::vector<int>& often) {
  Prices prices = branch.prices;
  Prices way{};
  double lowest = 0;
  double pace = 1;
  int in_vain = 0;
  for (int step = 0; step < steps; ++step) {
    const Bound bound = bound_of(branch, prices);
    if (is_too_low(bound.worth)) return false;
    take_if_better(bound.set);
    if (is_done() || is_too_low(bound.worth)) return false;
    for (const std::size_t story : bound.set) ++often[story];
    if (step == 0 || bound.worth < lowest) {
      lowest = bound.worth;
      branch.prices = prices;
      fix_what_is_no_choice(branch, bound);
      in_vain = 0;
    } else if (++in_vain >= kPatience) {
      pace /= 2;
      in_vain = 0;
      prices = branch.prices;
      way.fill(0);
      continue;
    }
    double against = 0;
    double last = 0;
    for (std::size_t p = 0; p < kPrincipleCount; ++p) {
      against -= bound.over[p] * way[p];
      last += way[p] * way[p];
    }
    const double kept = last > 0 ? std::max(0.0, 1.5 * against / last) : 0;
    double square = 0;
    for (std::size_t p = 0; p < kPrincipleCount; ++p) {
      way[p] = bound.over[p] + kept * way[p];
      if (prices[p] <= 0 && way[p] > 0) way[p] = 0;
      square += way[p] * way[p];
    }
    if (square == 0) break;
    const double stride = pace * (bound.worth - best_worth_) / square;
    for (std::size_t p = 0; p < kPrincipleCount; ++p) prices[p] = std::max(0.0, prices[p] - stride * way[p]);
  }
  return true;
}

// Of equals the first is the better one.
void CoreSearch::find_better_ones() {
  better_.assign(angles_.size(), {});
  for (std::size_t story = 0; story < angles_.size(); ++story)
    for (std::size_t other = 0; other < angles_.size(); ++other) {
      if (other == story || (angles_[story] & ~angles_[other]) != 0 || weights_[other] < weights_[story]) continue;
      if (weights_[other] > weights_[story] || angles_[other] != angles_[story] || other < story) better_[story].push_back(other);
    }
}

// No set is worse for it if a story stands in it only where all that are better do. False where that leaves no set.
bool CoreSearch::keep_better_first(Branch& branch) const {
  enum class Lot : unsigned char { Out, Free, In };
  std::vector<Lot> lots(angles_.size(), Lot::Out);
  for (const std::size_t story : branch.free) lots[story] = Lot::Free;
  for (const std::size_t story : branch.in) lots[story] = Lot::In;
  const Set in = branch.in;
  for (const std::size_t story : in)
    for (const std::size_t other : better_[story]) {
      if (lots[other] == Lot::Out) return false;
      if (lots[other] == Lot::Free) branch.in.push_back(other);
      lots[other] = Lot::In;
    }
  std::erase_if(branch.free, [&](std::size_t story) {
    return lots[story] == Lot::In || std::ranges::any_of(better_[story], [&](std::size_t other) { return lots[other] == Lot::Out; });
  });
  return true;
}

void CoreSearch::look_from_the_top() {
  find_better_ones();
  Branch top;
  for (std::size_t story = 0; story < angles_.size(); ++story)
    if (better_[story].size() < static_cast<std::size_t>(size_)) top.free.push_back(story);
  top.prices.fill(any_will_do_ ? 1 : 0);
  look(std::move(top), kStepsAtTop);
}

void CoreSearch::look(Branch branch, int steps) {
  const auto size = static_cast<std::size_t>(size_);
  if (!keep_better_first(branch)) return;
  if (branch.in.size() > size || branch.in.size() + branch.free.size() < size) return;
  Set all = branch.in;
  if (all.size() < size) all.insert(all.end(), branch.free.begin(), branch.free.end());
  if (all.size() == size) return take_if_better(std::move(all));
  if (!covers_all(all)) return;
  std::vector<int> often(angles_.size(), 0);
  if (!lower_prices(branch, steps, often)) return;
  if (branch.in.size() >= size || branch.free.empty()) return look(std::move(branch), kSteps);
  // The one that was chosen most nearly half the time.
  const auto from_half = [&](std::size_t story) { return std::abs(2 * often[story] - steps); };
  const auto at = std::ranges::min_element(branch.free, {}, from_half);
  look_both_ways(std::move(branch), static_cast<std::size_t>(at - branch.free.begin()), 2 * often[*at] >= steps);
}

void CoreSearch::look_both_ways(Branch branch, std::size_t place, bool in_first) {
  const std::size_t story = branch.free[place];
  branch.free.erase(branch.free.begin() + static_cast<std::ptrdiff_t>(place));
  Branch with = branch;
  with.in.push_back(story);
  look(in_first ? with : branch, kSteps);
  if (!is_done()) look(in_first ? std::move(branch) : std::move(with), kSteps);
}

}  // namespace starling
