// Banks of stories by chance, of the same seed always the same.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "rounds/rounds.h"

namespace starling::test {

inline std::size_t below(SplitMix64& dice, std::size_t limit) { return static_cast<std::size_t>(dice.next() % limit); }

// Of the first `principles` alone, each story with one to `most` of them.
struct BankShape {
  std::size_t stories = 6;
  std::size_t principles = 6;
  std::size_t most = 4;
  std::size_t qualities = 4;  // how many different ones
};

inline BankStory some_story(SplitMix64& dice, const BankShape& shape, std::size_t number) {
  BankStory story;
  story.id = fmt::format("s{:02}", number);
  const int wanted = static_cast<int>(std::min(1 + below(dice, shape.most), shape.principles));
  PrincipleSet angles = 0;
  while (std::popcount(angles) < wanted) angles |= set_of(below(dice, shape.principles));
  story.primary = angles & (~angles + 1);
  story.secondary = angles & ~story.primary;
  if (below(dice, 5) > 0) story.quality = 3 + static_cast<double>(below(dice, shape.qualities)) / 6;
  return story;
}

inline std::vector<BankStory> some_bank(std::uint64_t seed, const BankShape& shape) {
  SplitMix64 dice(Seed{seed});
  std::vector<BankStory> bank;
  for (std::size_t i = 0; i < shape.stories; ++i) bank.push_back(some_story(dice, shape, i));
  return bank;
}

// "OW DD": principles by their codes.
inline PrincipleSet codes(std::string_view words) {
  PrincipleSet set = 0;
  for (std::size_t at = 0; at + 2 <= words.size(); at += 3) set |= set_of(find_principle(words.substr(at, 2)).value());
  return set;
}

}  // namespace starling::test
