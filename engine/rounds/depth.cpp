#include "rounds/depth.h"

#include "rounds/covering.h"

namespace starling {

// A story once given to a principle is never taken from it without another in its place, so the others go first.
std::array<int, kPrincipleCount> story_depths(std::span<const BankStory> bank) {
  std::array<int, kPrincipleCount> depths{};
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) {
    Covering covering(1, 1);
    covering.allow(principle, 0);
    for (const BankStory& story : bank) covering.add(story.angles());
    covering.allow(principle, static_cast<int>(bank.size()));
    covering.fill();
    depths[principle] = covering.covered(principle);
  }
  return depths;
}

}  // namespace starling
