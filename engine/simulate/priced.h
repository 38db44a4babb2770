// A scenario whose minutes have prices (price/price.h): what a review of each card adds to what is known on the day of the
// interview. Sought once; the agenda renews them from sitting to sitting, a simulated life goes by those of its first day.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "memory/memory.h"
#include "price/price.h"
#include "simulate/scenario.h"
#include "threads/threads.h"

namespace starling {

// Prices of so many days ago, to begin from.
struct EarlierPrices {
  Prices prices;
  int days = 0;
  int steps = 0;  // to go from them, at most
  FoundFor found_for = FoundFor::TheSame;
};
// Those of today, of a scenario that is nearly the same.
[[nodiscard]] EarlierPrices prices_nearby(const Prices& prices);

class PricedScenario;
// What those of this one were sought from last: two ways that are compared are sought from one beginning.
[[nodiscard]] EarlierPrices prices_beside(const PricedScenario& priced);

class PricedScenario {
 public:
  // An interview 2 to kMostDaysLeft days away, which is the end where the scenario has none, and minutes that end, some of
  // them above 0.
  [[nodiscard]] static bool can_price(const Scenario& scenario);

  // As can_price says. Takes a second, or a tenth of one from earlier prices; the same digits for any number of threads.
  // Those that are never renewed are sought from what is found from nothing as from earlier ones.
  PricedScenario(const Scenario& scenario, const Weights& believed, const std::optional<EarlierPrices>& earlier,
                 Threads& threads, Renewed renewed);
  ~PricedScenario();
  PricedScenario(PricedScenario&&) noexcept;

  [[nodiscard]] int days_left() const;
  [[nodiscard]] const Prices& prices() const;  // not always settled
  [[nodiscard]] const Prices& sought_from() const;
  // A review that adds less for a second is not worth it on any day.
  [[nodiscard]] double least() const;
  // What a review adds for each second, of a card last reviewed on a day that may be below 0: by day from 0 on, as
  // many as `gains` holds, at most days_left. For many threads at once.
  void gains(const MemoryState& memory, int last_day, const ItemWeight& weight, std::span<float> gains) const;
  // What beginning an item on a day below days_left adds for each second, beside never beginning it.
  [[nodiscard]] double new_gain(int day, const ItemWeight& weight = {}) const;
  [[nodiscard]] bool new_pays(int day) const;
  // The share of the minutes that new cards have where they come first, so that all are begun in time.
  [[nodiscard]] double share_of_new() const;

 private:
  struct Inside;
  std::unique_ptr<const Inside> inside_;
};

// Prices that lives went by, by what they were sought for: who plays the same days again seeks none.
class PricesSought {
 public:
  // Null where they were not.
  [[nodiscard]] std::shared_ptr<const PricedScenario> of(const Scenario& scenario, const Weights& believed) const;
  void keep(const Scenario& scenario, const Weights& believed, std::shared_ptr<const PricedScenario> priced);

 private:
  struct Each {
    Scenario scenario;
    Weights believed;
    std::shared_ptr<const PricedScenario> priced;
  };
  std::vector<Each> each_;
};

// What a second is worth elsewhere in a scenario that can be priced; nothing where the minutes are too few for that to count.
[[nodiscard]] std::optional<double> base_price_of(const Scenario& scenario);

// What no way of using these minutes can exceed: mean recall on the day of the interview, over all cards, of a learner whose
// memories are `stability_factor` times as stable as believed (Truth); by weak duality at prices that are sought for it, up
// to the steps of the grid. New ones may be begun on each day that has new ones from the one on which they open. As can_price
// says. Takes as long as seeking prices, from `earlier` ones where there are some.
[[nodiscard]] double recall_bound(const Scenario& scenario, const Weights& believed, double stability_factor, Threads& threads,
                                  const std::optional<EarlierPrices>& earlier = {});

}  // namespace starling
