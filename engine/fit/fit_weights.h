// Fitting the weights of a memory model to a log of reviews.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "fit/judge.h"
#include "fit/review_log.h"
#include "memory/memory.h"

namespace starling {

struct FitOptions {
  ModelKind kind = ModelKind::Fsrs6;
  double epochs = 0;           // passes over the log at most; 0: as many as the model is known to need
  std::uint64_t seed = 2023;   // which cards the first steps are taken on
  int threads = 1;
  int relearning_steps = 1;
  // Where to look first, in place of the defaults: the weights of an earlier fit. The pull is not towards them.
  std::optional<Weights> start;
  const std::atomic<bool>* stop = nullptr;  // asked between passes: what was reached by then is given
};

// Enough for a log of any size to settle.
[[nodiscard]] double usual_epochs(ModelKind kind);

enum class FitExtent { Defaults, FirstIntervals, Full };

struct Fit {
  Weights weights;
  FitExtent extent = FitExtent::Defaults;
  std::size_t items = 0;   // that were learnt from
  double passes = 0;       // over the log, as far as it was used
};

// Items that are needed for anything at all, and for all weights.
inline constexpr std::size_t kLeastItems = 8;
inline constexpr std::size_t kItemsForAll = 64;

// The weights under which the first `items` items of the log are likeliest, newer ones counting more, with a pull
// towards where the fit starts. Equal input gives equal weights, whatever the threads.
[[nodiscard]] Fit fit_weights(const ReviewLog& log, std::size_t items, const FitOptions& options);

}  // namespace starling
