// Working out an aim. Takes a second at first and a tenth of one from day to day, so it is done beside a sitting: from
// values alone, so that it can be done on another thread.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "aim/worked_out.h"
#include "simulate/simulate.h"

namespace starling {

struct PricingTask {
  Day today{};
  AimBasis basis;             // of today
  Scenario scenario;          // from today up to the interview
  std::vector<ItemId> known;  // the items of scenario.known
  std::vector<WeighedStory> untold;
  std::optional<Aim> earlier; // to begin from
  std::unordered_map<ItemId, ItemWeight> weights;  // of items whose weight is not 1
};

class Pricing {
 public:
  // The same digits for any number of threads, at least 1.
  Pricing(PricingTask task, int threads);
  ~Pricing();
  Pricing(Pricing&&) noexcept;
  Pricing& operator=(Pricing&&) noexcept;

  [[nodiscard]] const Aim& aim() const;
  // Of an item that was answered since, at the same prices.
  [[nodiscard]] AimedItem aimed(const ItemId& item, const MemoryState& memory, Day last_day) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace starling
