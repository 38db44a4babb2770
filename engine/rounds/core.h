// The core of a story bank: the fewest stories that still cover every principle.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "rounds/bank.h"

namespace starling {

struct CoreWish {
  int times = 2;      // different stories that each principle wants, 1 to 8
  int most_uses = 3;  // principles that a story may be used for, 1 to 16
};

struct CoreStory {
  std::size_t index = 0;    // in the bank
  PrincipleSet told_for = 0;  // at most most_uses of its principles
  bool operator==(const CoreStory&) const = default;
};

struct StoryCore {
  std::vector<CoreStory> stories;                    // by their ids
  std::array<int, kPrincipleCount> covered{};        // by how many of them
  std::vector<std::size_t> missing;                  // principles that are covered fewer times than was wished
  bool operator==(const StoryCore&) const = default;
};

// The fewest stories that cover as much as the whole bank can: as many principles as can be once, then as many as can be
// twice, and so on. Of equally small ones that of the highest quality in sum, where a story without scores counts as none;
// then the one whose ids come first, by the sum of their places in the alphabet.
[[nodiscard]] StoryCore story_core(std::span<const BankStory> bank, const CoreWish& wish = {});

}  // namespace starling
