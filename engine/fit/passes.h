// Passes over packed reviews: what each predicted chance of recall is, and how the loss changes with each weight.
// They are compiled for each kind of processor and use nothing of the library's: a function of it that was inlined for
// one processor must not end in the program of another.
#pragma once

#include <cstddef>
#include <cstdint>

#include "memory/memory.h"

namespace starling {

inline constexpr int kCardsAbreast = 16;
// The steps of a group that a pass can hold; what a card went through later is left out, as in other optimisers.
inline constexpr std::size_t kMostSteps = 256;
// Below so many reviews a pass forward is over before a second thread has started.
inline constexpr std::size_t kWorthThreads = 50'000;
// No prediction is taken for surer than this, in fitting and in judging.
inline constexpr float kSurest = 1e-7f;

// The columns of a Pack.
struct PackView {
  const std::uint32_t* first_step;
  const float* elapsed;
  const std::uint8_t* grade;
  const float* weight;
  const std::uint32_t* item;
};

// Where a pass adds up. `products` holds, for each pair of weights (row by row, lower triangle only), the sum over
// cards of the products of their derivatives: a measure of the curvature of the loss. Null: not wanted.
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
