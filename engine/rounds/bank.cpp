#include "rounds/bank.h"

#include <set>
#include <string_view>

namespace starling {

std::vector<BankStory> bank_of(std::span<const Story> stories) {
  std::vector<BankStory> bank;
  std::set<std::string_view> seen;
  for (const Story& story : stories) {
    if (!counts(story) || !seen.insert(story.id).second) continue;
    BankStory& banked = bank.emplace_back();
    banked.id = story.id;
    banked.quality = quality(story);
    for (const Angle& angle : story.angles)
      (angle.strength == Strength::Primary ? banked.primary : banked.secondary) |= set_of(angle.principle);
    banked.secondary &= ~banked.primary;
  }
  return bank;
}

}  // namespace starling
