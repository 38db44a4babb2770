// The reviews of many cards, sixteen cards side by side: what one pass forward and back over a log reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "fit/outliers.h"
#include "fit/passes.h"
#include "fit/review_log.h"
#include "memory/memory.h"
#include "threads/threads.h"

namespace starling {

// Step s of group g holds one review of each of its sixteen cards, at (first_step[g] + s) * 16 + card. A card that is
// shorter than its group ends in reviews of weight 0.
struct Pack {
  std::vector<std::uint32_t> first_step{0};  // of each group, and behind the last one
  std::vector<float> elapsed;                // days since the review before, as the model counts them
  std::vector<std::uint8_t> grade;           // 1 to 4
  std::vector<float> weight;                 // of its prediction in the loss; 0: not predicted
  std::vector<std::uint32_t> item;           // which prediction it is, in the order of time; meaningless at weight 0

  [[nodiscard]] std::size_t groups() const { return first_step.size() - 1; }
  [[nodiscard]] PackView view() const {
    return {first_step.data(), elapsed.data(), grade.data(), weight.data(), item.data()};
  }
};

// How much a prediction counts in the loss: 0.25 for the oldest to 1 for the newest of `count`.
[[nodiscard]] double recency_weight(std::size_t index, std::size_t count);

// Packs for one model. The first groups are a sample of the cards, drawn by `seed`: one card of `one_in`.
struct TrainingSet {
  Pack pack;
  std::size_t sample_groups = 0;
  double weight = 0;         // of all predictions
  double weight_squares = 0;
  double sample_weight = 0;  // of those in the sample
  std::size_t predictions = 0;
};
struct TrainingChoice {
  ModelKind kind = ModelKind::Fsrs6;
  bool recency = true;   // else every prediction weighs 1
  int one_in = 8;        // 1: no sample
  std::uint64_t seed = 0;
};
[[nodiscard]] TrainingSet training_set(const Past& past, const std::vector<bool>& outliers,
                                       const TrainingChoice& choice, Threads& threads);

// The items of the range, to be predicted with weights of 1; their places count from its first.
[[nodiscard]] Pack prediction_pack(const ReviewLog& log, ModelKind kind, ItemRange range, Threads& threads);

}  // namespace starling
