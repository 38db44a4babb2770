// Chance for one answer: a stream of numbers for each card of each learner (SplitMix64), so that no draw depends on
// what was drawn for other cards.
#pragma once

#include <cstdint>

#include "calendar/calendar.h"

namespace starling {

// What a number is drawn for; each answer has one of every kind.
enum class Draw : std::uint64_t { Recall, Grade, Noise, NoiseAngle, Fuzz, Order, Count };

class CardChance {
 public:
  CardChance() = default;
  CardChance(Seed seed, std::uint64_t learner, std::uint64_t card)
      : key_(mixed(mixed(mixed(seed.value) + learner) + card)) {}

  // A seed of its own for the answer number `review` of this card.
  [[nodiscard]] Seed seed(int review, Draw draw) const {
    return {mixed(key_ + kStep * position(review, draw))};
  }
  // In [0, 1).
  [[nodiscard]] double unit(int review, Draw draw) const {
    constexpr double kScale = 1.0 / 9007199254740992.0;  // 2^-53: every value a double can hold exactly
    return static_cast<double>(seed(review, draw).value >> 11) * kScale;
  }

 private:
  static constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15U;

  [[nodiscard]] static std::uint64_t position(int review, Draw draw) {
    return static_cast<std::uint64_t>(review) * static_cast<std::uint64_t>(Draw::Count) +
           static_cast<std::uint64_t>(draw);
  }
  [[nodiscard]] static std::uint64_t mixed(std::uint64_t z) {
    z += kStep;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }

  std::uint64_t key_ = 0;
};

}  // namespace starling
