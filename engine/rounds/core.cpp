#include "rounds/core.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "rounds/core_search.h"
#include "rounds/covering.h"

namespace starling {

namespace {

// Quality first, in the coarsest unit that tells all of them apart; then the place in the alphabet, too small for any sum
// of it to outweigh a unit.
std::vector<double> weights_of(std::span<const BankStory> bank, const std::vector<std::size_t>& by_id) {
  constexpr double kFine = 600;  // of a mean of six scores a whole number
  std::vector<long> steps;
  long unit = 0;
  for (const std::size_t index : by_id) {
    steps.push_back(std::lround(kFine * std::clamp(bank[index].quality.value_or(0), 0.0, 1000.0)));
    unit = std::gcd(unit, steps.back());
  }
  const double count = static_cast<double>(by_id.size());
  std::vector<double> weights;
  for (std::size_t place = 0; place < steps.size(); ++place)
    weights.push_back(static_cast<double>(unit == 0 ? 0 : steps[place] / unit) * (count * count + 1) + count - static_cast<double>(place));
  return weights;
}

StoryCore core_of(std::span<const BankStory> bank, const std::vector<std::size_t>& chosen, const CoreWish& wish) {
  StoryCore core;
  Covering covering(1, wish.most_uses);
  for (const std::size_t index : chosen) covering.add(bank[index].angles());
  for (int time = 2; time <= wish.times; ++time) {
    for (std::size_t p = 0; p < kPrincipleCount; ++p) covering.allow(p, time);
    covering.fill();
  }
  for (std::size_t i = 0; i < chosen.size(); ++i) core.stories.push_back({chosen[i], covering.given(i)});
  for (std::size_t p = 0; p < kPrincipleCount; ++p) {
    core.covered[p] = covering.covered(p);
    if (core.covered[p] < wish.times) core.missing.push_back(p);
  }
  return core;
}

}  // namespace

StoryCore story_core(std::span<const BankStory> bank, const CoreWish& wish) {
  std::vector<std::size_t> by_id;
  for (std::size_t i = 0; i < bank.size(); ++i)
    if (bank[i].angles() != 0) by_id.push_back(i);
  std::ranges::sort(by_id, {}, [&](std::size_t i) -> const std::string& { return bank[i].id; });
  if (by_id.empty()) return core_of(bank, {}, wish);
  std::vector<PrincipleSet> angles;
  for (const std::size_t index : by_id) angles.push_back(bank[index].angles());
  CoreSearch search(std::move(angles), wish);
  std::vector<std::size_t> chosen;
  for (const std::size_t place : search.fewest(weights_of(bank, by_id))) chosen.push_back(by_id[place]);
  return core_of(bank, chosen, wish);
}

}  // namespace starling
