// The search behind core.h.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "rounds/bank.h"
#include "rounds/core.h"

namespace starling {

// A branch and bound. The bound comes from prices: each principle pays a price for being covered, a story is worth its
// weight and the prices of the few best-paying principles it can be told for, and a set of `size` stories is worth at
// most what the `size` worthiest are, less what all places cost. Prices are moved until that is low.
class CoreSearch {
 public:
  using Set = std::vector<std::size_t>;  // indices, ascending

  CoreSearch(std::vector<PrincipleSet> angles, const CoreWish& wish);

  // The fewest stories that cover as much as all of them can, and of those sets the one with the largest sum of
  // `weights`, which are whole numbers from 0 up.
  [[nodiscard]] Set fewest(const std::vector<double>& weights);

 private:
  using Prices = std::array<double, kPrincipleCount>;
  using Counts = std::array<int, kPrincipleCount>;
  struct Branch {
    Set in;
    Set free;
    Prices prices{};
  };
  struct Bound {
    double worth = 0;             // no set of the branch is worth more
    std::vector<double> values;   // of the free ones, in their order
    std::vector<std::size_t> order;  // places in the list of free ones, worthiest first
    std::size_t open = 0;         // how many of them are taken
    Set set;                      // the worthiest, in no order
    Counts over{};                // how much more than wanted it covers of each principle
  };

  [[nodiscard]] double worth_of(const Set& set) const;
  [[nodiscard]] bool has_enough_of_each(const Set& set) const;
  [[nodiscard]] bool covers_all(const Set& set) const;
  void take_if_better(Set set);
  void swap_for_better();

  // Value of a story at those prices, and what it would be told for.
  double value_at(std::size_t story, const Prices& prices);
  double cost_at(const Prices& prices, Counts& places) const;
  Bound bound_of(const Branch& branch, const Prices& prices);
  [[nodiscard]] bool is_too_low(double worth) const;
  [[nodiscard]] bool is_done() const { return any_will_do_ && best_worth_ >= 0; }
  void fix_what_is_no_choice(Branch& branch, const Bound& bound) const;
  bool lower_prices(Branch& branch, int steps, std::vector<int>& often);

  void find_better_ones();
  [[nodiscard]] bool keep_better_first(Branch& branch) const;
  void look_from_the_top();
  void look(Branch branch, int steps);
  void look_both_ways(Branch branch, std::size_t place, bool in_first);

  std::vector<PrincipleSet> angles_;
  CoreWish wish_;
  std::vector<int> wanted_;  // how much all of them cover once, twice …
  Counts places_{};          // of each principle, as far as there are stories
  bool all_places_ = false;  // every place can be filled at once
  std::vector<double> weights_;
  std::vector<Set> better_;  // for each story those that are told for all that it is told for, and weigh more
  std::vector<PrincipleSet> told_;  // of the last value_at
  int size_ = 0;
  bool any_will_do_ = false;        // the first set that covers all ends the search
  Set best_;
  double best_worth_ = -1;
};

}  // namespace starling
