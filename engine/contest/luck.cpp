#include "contest/luck.h"

#include <cmath>

#include "memory/memory.h"

namespace starling {

double drawn_unit(Seed seed, std::size_t card, int answer, Luck luck, std::uint64_t more) {
  std::uint64_t state = split_mix(split_mix(seed.value) + card);
  state = split_mix(state + static_cast<std::uint64_t>(answer) * static_cast<std::uint64_t>(Luck::Count) +
                    static_cast<std::uint64_t>(luck));
  return unit_interval(Seed{state + more * kSplitMixStep});
}

// By Marsaglia's polar method.
double drawn_factor(Seed seed, std::size_t card, int answer, double sigma) {
  if (sigma == 0) return 1;
  for (std::uint64_t turn = 0;; turn += 2) {
    const double x = 2 * drawn_unit(seed, card, answer, Luck::Noise, turn) - 1;
    const double y = 2 * drawn_unit(seed, card, answer, Luck::Noise, turn + 1) - 1;
    const double square = x * x + y * y;
    if (square > 0 && square < 1) return exp(sigma * x * std::sqrt(-2 * ln(square) / square));
  }
}

}  // namespace starling
