#include "fit/last_states.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "fit/packed_cards.h"
#include "fit/passes.h"
#include "threads/threads.h"

namespace starling {

namespace {

// One group of cards side by side, step by step as in a Pack: few enough to stay in the cache.
struct CardGroup {
  alignas(64) std::array<float, kMostSteps * kCardsAbreast> elapsed;
  std::array<std::uint8_t, kMostSteps * kCardsAbreast> grade;
  std::array<std::uint32_t, kCardsAbreast> reviews;
  std::array<float, 3 * kCardsAbreast> states;
  std::size_t steps;
};

// `rows` are 1 to kCardsAbreast, the longest last; places that are left go to the last card once more.
void fill(CardGroup& group, std::span<const PackedCard> rows, const ReviewLog& log, ModelKind kind) {
  group.steps = rows.back().reviews;
  for (std::size_t c = 0; c < kCardsAbreast; ++c) {
    const PackedCard& row = rows[std::min(c, rows.size() - 1)];
    group.reviews[c] = row.reviews;
    for (std::size_t s = 0; s < group.steps; ++s) {
      const std::size_t i = log.first[row.card] + std::min<std::size_t>(s, row.reviews - 1U);
      group.elapsed[s * kCardsAbreast + c] =
          kind == ModelKind::Fsrs7 ? log.exact_days[i] : static_cast<float>(log.days[i]);
      group.grade[s * kCardsAbreast + c] = static_cast<std::uint8_t>(log.grade[i]);
    }
  }
}

MemoryState state_of(const CardGroup& group, std::size_t c) {
  const auto at = [&](std::size_t part) { return static_cast<double>(group.states[part * kCardsAbreast + c]); };
  return {Stability{at(0)}, Difficulty{at(1)}, Stability{at(2)}};
}

// One card by itself.
MemoryState last_state(const ReviewLog& log, const MemoryModel& model, std::size_t card) {
  MemoryState state = model.first_review(log.grade[log.first[card]]);
  for (std::size_t i = log.first[card] + std::size_t{1}; i < log.first[card + 1]; ++i)
    state = model.after_review(
        state, {WholeDays{log.days[i]}, FractionalDays{static_cast<double>(log.exact_days[i])}}, log.grade[i]);
  return state;
}

}  // namespace

std::vector<MemoryState> last_states(const ReviewLog& log, const Weights& weights, int threads) {
  const MemoryModel model(weights);
  std::vector<MemoryState> states(log.cards());
  std::vector<PackedCard> rows;
  rows.reserve(log.cards());
  for (std::size_t card = 0; card < log.cards(); ++card) {
    const std::size_t reviews = log.first[card + 1] - log.first[card];
    if (reviews > kMostSteps)
      states[card] = last_state(log, model, card);
    else if (reviews > 0)
      rows.push_back({static_cast<std::uint32_t>(card), static_cast<std::uint16_t>(reviews)});
  }
  const std::vector<PackedCard> sorted = by_length(rows);
  const std::vector<float> single(weights.numbers().begin(), weights.numbers().end());
  const StatePass pass = widest_passes(weights.kind()).states;
  const std::size_t groups = (sorted.size() + kCardsAbreast - 1) / kCardsAbreast;
  Threads pool(log.reviews() < kWorthThreads ? 1 : threads);
  pool.run((groups + kGroupsAShare - 1) / kGroupsAShare, [&](std::size_t share, std::size_t) {
    CardGroup group;
    const std::size_t last = std::min((share + 1) * kGroupsAShare * kCardsAbreast, sorted.size());
    for (std::size_t at = share * kGroupsAShare * kCardsAbreast; at < last; at += kCardsAbreast) {
      const auto some = std::span(sorted).subspan(at, std::min<std::size_t>(kCardsAbreast, last - at));
      fill(group, some, log, weights.kind());
      pass(group.elapsed.data(), group.grade.data(), group.reviews.data(), group.steps, single.data(),
           group.states.data());
      for (std::size_t c = 0; c < some.size(); ++c) states[some[c].card] = state_of(group, c);
    }
  });
  return states;
}

}  // namespace starling
