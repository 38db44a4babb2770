// Chance for one answer: a stream of numbers for each card of each learner, so that no draw depends on what was drawn
// for other cards.
#pragma once

#include <cstdint>

#include "calendar/calendar.h"

namespace starling {

// What a number is drawn for; each answer has one of every kind.
enum class Draw : std::uint64_t { Recall, Grade, Noise, NoiseAngle, Fuzz, Order, Count };

// In the place of a card: what is drawn for whole days.
inline constexpr std::uint64_t kNoCard = ~std::uint64_t{0};

class CardChance {
 public:
  CardChance() = default;
  CardChance(Seed seed, std::uint64_t learner, std::uint64_t card)
      : key_(split_mix(split_mix(split_mix(seed.value) + learner) + card)) {}

  // A seed of its own for the answer number `review` of this card.
  [[nodiscard]] Seed seed(int review, Draw draw) const { return {split_mix(state(review, draw))}; }
  // In [0, 1).
  [[nodiscard]] double unit(int review, Draw draw) const { return unit_interval(Seed{state(review, draw)}); }

 private:
  [[nodiscard]] std::uint64_t state(int review, Draw draw) const {
    return key_ + kSplitMixStep * (static_cast<std::uint64_t>(review) * static_cast<std::uint64_t>(Draw::Count) +
                                   static_cast<std::uint64_t>(draw));
  }

  std::uint64_t key_ = 0;
};

}  // namespace starling
