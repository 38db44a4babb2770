// The reviews of many cards, sixteen cards side by side: what one pass forward and back over a log reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "memory/memory.h"

namespace starling {

inline constexpr int kCardsAbreast = 16;
// The steps of a group that a pass can hold; what a card went through later is left out, as in other optimisers.
inline constexpr std::size_t kMostSteps = 256;

// Step s of group g holds one review of each of its sixteen cards, at (first_step[g] + s) * 16 + card. A card that is
// shorter than its group ends in reviews of weight 0.
struct Pack {
  std::vector<std::uint32_t> first_step{0};  // of each group, and behind the last one
  std::vector<float> elapsed;                // days since the review before, as the model counts them
  std::vector<std::uint8_t> grade;           // 1 to 4
  std::vector<float> weight;                 // of its prediction in the loss; 0: not predicted
  std::vector<std::uint32_t> item;           // which prediction it is, in the order of time; meaningless at weight 0

  [[nodiscard]] std::size_t groups() const { return first_step.size() - 1; }
};

// The same for the passes, which are compiled for each kind of processor and use nothing of the library's: a function
// of it that was inlined for one processor must not end in the program of another.
struct PackView {
  const std::uint32_t* first_step;
  const float* elapsed;
  const std::uint8_t* grade;
  const float* weight;
  const std::uint32_t* item;
};
[[nodiscard]] inline PackView view(const Pack& pack) {
  return {pack.first_step.data(), pack.elapsed.data(), pack.grade.data(), pack.weight.data(), pack.item.data()};
}

// Where a pass adds up. `products` holds, for each pair of weights (row by row, lower triangle only), the sum over
// cards of the products of their derivatives: a measure of how the loss bends. Null: not wanted.
struct PassSums {
  double* loss;
  double* gradient;
  double* products;
};

// Bytes that a pass needs to work in, on a boundary of 64.
inline constexpr std::size_t kScratchBytes = kMostSteps * 64 * 64;

// The groups from `first` to before `last`; `weights` are those of the model.
using GradientPass = void (*)(const PackView& pack, std::size_t first, std::size_t last, const float* weights,
                              void* scratch, const PassSums& sums);
// Chance of recall before each predicted review, into `recall` at its item.
using RecallPass = void (*)(const PackView& pack, std::size_t first, std::size_t last, const float* weights,
                            float* recall);

// Sixteen histories of up to `steps` reviews, step by step as in a Pack, `reviews` of each card counting. Gives for each
// card the (slow) stability, then for each the difficulty, then for each the fast stability (0 in FSRS-6).
using StatePass = void (*)(const float* elapsed, const std::uint8_t* grade, const std::uint32_t* reviews,
                           std::size_t steps, const float* weights, float* states);

struct Passes {
  GradientPass gradient;
  RecallPass recall;
  StatePass states;
};

// In the widest lanes that the compiler and this processor have, or in those that every processor has. Both give the
// same digits.
[[nodiscard]] Passes widest_passes(ModelKind kind);
[[nodiscard]] Passes plain_passes(ModelKind kind);

}  // namespace starling
