#include "fit/pack.h"

#include <algorithm>
#include <array>
#include <utility>

#include "fit/crew.h"
#include "fit/training.h"

namespace starling {

#if defined(STARLING_WIDE_LANES)
namespace avx2_lanes {
Passes passes(ModelKind kind);
}
namespace avx512_lanes {
Passes passes(ModelKind kind);
}
#endif
namespace plain_lanes {
Passes passes(ModelKind kind);
}

Passes plain_passes(ModelKind kind) { return plain_lanes::passes(kind); }

Passes widest_passes(ModelKind kind) {
#if defined(STARLING_WIDE_LANES)
  static const bool is_512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                             __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  static const bool is_256 = __builtin_cpu_supports("avx2");
  if (is_512) return avx512_lanes::passes(kind);
  if (is_256) return avx2_lanes::passes(kind);
#endif
  return plain_passes(kind);
}

namespace {

// A card's reviews up to the last one that is predicted.
struct Row {
  std::uint32_t card;
  std::uint16_t reviews;
};

std::uint64_t mixed(std::uint64_t z) {
  z += 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

// By length, so that groups hold cards that are nearly equal; a count of each length, as there are few.
std::vector<Row> by_length(const std::vector<Row>& rows) {
  std::array<std::uint32_t, kMostSteps + 2> begin{};
  for (const Row& row : rows) ++begin[row.reviews + std::size_t{1}];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<Row> sorted(rows.size());
  for (const Row& row : rows) sorted[begin[row.reviews]++] = row;
  return sorted;
}

// Groups a thread packs at a time.
constexpr std::size_t kGroupsAShare = 32;

class Packer {
 public:
  Packer(const ReviewLog& log, ModelKind kind, Crew& crew)
      : log_(log), exact_(kind == ModelKind::Fsrs7), crew_(crew) {}

  // `weigh(review)` is the weight of a prediction, 0 for none.
  template <class Weigh>
  void add(const std::vector<Row>& rows, const Weigh& weigh) {
    const std::vector<Row> sorted = by_length(rows);
    const std::size_t before = pack_.groups();
    std::size_t steps = pack_.first_step.back();
    for (std::size_t at = 0; at < sorted.size(); at += kCardsAbreast) {
      steps += sorted[std::min(at + kCardsAbreast, sorted.size()) - 1].reviews;
      pack_.first_step.push_back(static_cast<std::uint32_t>(steps));
    }
    const std::size_t size = steps * kCardsAbreast;
    pack_.elapsed.resize(size);
    pack_.grade.resize(size, static_cast<std::uint8_t>(Grade::Good));
    pack_.weight.resize(size);
    pack_.item.resize(size);
    const std::size_t groups = pack_.groups() - before;
    crew_.run((groups + kGroupsAShare - 1) / kGroupsAShare, [&](std::size_t share, std::size_t) {
      const std::size_t last = std::min((share + 1) * kGroupsAShare * kCardsAbreast, sorted.size());
      for (std::size_t i = share * kGroupsAShare * kCardsAbreast; i < last; ++i) {
        const std::size_t group = before + i / kCardsAbreast;
        place(sorted[i], pack_.first_step[group] * std::size_t{kCardsAbreast} + i % kCardsAbreast, weigh);
      }
    });
  }

  [[nodiscard]] std::size_t groups() const { return pack_.groups(); }
  Pack take() { return std::move(pack_); }

 private:
  template <class Weigh>
  void place(const Row& row, std::size_t at, const Weigh& weigh) {
    const std::size_t first = log_.first[row.card];
    for (std::size_t i = first; i < first + row.reviews; ++i, at += kCardsAbreast) {
      pack_.elapsed[at] = exact_ ? log_.exact_days[i] : static_cast<float>(log_.days[i]);
      pack_.grade[at] = static_cast<std::uint8_t>(log_.grade[i]);
      pack_.weight[at] = i == first ? 0 : weigh(i);
      pack_.item[at] = log_.item[i];
    }
  }

  const ReviewLog& log_;
  bool exact_;
  Crew& crew_;
  Pack pack_;
};

// Of each card the reviews up to its last item in the range.
template <class Wanted>
std::vector<Row> rows_of(const ReviewLog& log, ItemRange range, const Wanted& wanted) {
  std::vector<Row> rows;
  rows.reserve(log.cards());
  for (std::size_t card = 0; card < log.cards(); ++card) {
    if (!wanted(card)) continue;
    const std::size_t first = log.first[card];
    std::size_t end = std::min<std::size_t>(log.first[card + 1], first + kMostSteps);
    const auto counts = [&](std::size_t i) { return log.is_item(i) && range.holds(log.item[i]); };
    while (end > first + 1 && !counts(end - 1)) --end;
    if (end > first + 1)
      rows.push_back({static_cast<std::uint32_t>(card), static_cast<std::uint16_t>(end - first)});
  }
  return rows;
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

double recency_weight(std::size_t index, std::size_t count) {
  const double age = count > 1 ? static_cast<double>(index) / static_cast<double>(count - 1) : 1;
  return 0.25 + 0.75 * age * age * age;
}

TrainingSet training_set(const Past& past, const std::vector<bool>& outliers, const TrainingChoice& choice,
                         Crew& crew) {
  const ReviewLog& log = past.log;
  TrainingSet set;
  const auto weigh = [&](std::size_t i) -> float {
    if (!log.is_item(i) || log.item[i] >= past.items) return 0;
    return choice.recency ? static_cast<float>(recency_weight(log.item[i], past.items)) : 1;
  };
  const auto sampled = [&](std::size_t card) {
    return mixed(card ^ mixed(choice.seed)) % static_cast<std::uint64_t>(choice.one_in) == 0;
  };
  Packer packer(log, choice.kind, crew);
  packer.add(rows_of(log, {0, past.items}, [&](std::size_t c) { return !outliers[c] && sampled(c); }), weigh);
  set.sample_groups = packer.groups();
  packer.add(rows_of(log, {0, past.items}, [&](std::size_t c) { return !outliers[c] && !sampled(c); }), weigh);
  set.pack = packer.take();
  const std::size_t sample_end = set.pack.first_step[set.sample_groups] * std::size_t{kCardsAbreast};
  for (std::size_t i = 0; i < set.pack.weight.size(); ++i) {
    if (i == sample_end) set.sample_weight = set.weight;
    const auto weight = static_cast<double>(set.pack.weight[i]);
    set.weight += weight;
    set.weight_squares += weight * weight;
    set.predictions += weight > 0;
  }
  if (sample_end == set.pack.weight.size()) set.sample_weight = set.weight;
  return set;
}

Pack prediction_pack(const ReviewLog& log, ModelKind kind, ItemRange range, Crew& crew) {
  Packer packer(log, kind, crew);
  packer.add(rows_of(log, range, [](std::size_t) { return true; }),
             [&](std::size_t i) -> float { return log.is_item(i) && range.holds(log.item[i]) ? 1 : 0; });
  Pack pack = packer.take();
  for (std::uint32_t& item : pack.item) item -= static_cast<std::uint32_t>(range.first);
  return pack;
}

std::vector<MemoryState> last_states(const ReviewLog& log, const Weights& weights, int threads) {
  std::vector<Row> rows;
  rows.reserve(log.cards());
  std::vector<std::size_t> long_cards;
  for (std::size_t card = 0; card < log.cards(); ++card) {
    const std::size_t reviews = log.first[card + 1] - log.first[card];
    if (reviews > kMostSteps)
      long_cards.push_back(card);
    else if (reviews > 0)
      rows.push_back({static_cast<std::uint32_t>(card), static_cast<std::uint16_t>(reviews)});
  }
  const std::vector<Row> sorted = by_length(rows);
  const std::vector<float> single(weights.numbers.begin(), weights.numbers.end());
  const StatePass pass = widest_passes(weights.kind).states;
  const bool exact = weights.kind == ModelKind::Fsrs7;
  std::vector<MemoryState> states(log.cards());
  Crew crew(log.reviews() < kWorthThreads ? 1 : threads);
  const std::size_t groups = (sorted.size() + kCardsAbreast - 1) / kCardsAbreast;
  crew.run((groups + kGroupsAShare - 1) / kGroupsAShare, [&](std::size_t share, std::size_t) {
    alignas(64) std::array<float, kMostSteps * kCardsAbreast> elapsed;
    std::array<std::uint8_t, kMostSteps * kCardsAbreast> grade;
    std::array<std::uint32_t, kCardsAbreast> reviews{};
    std::array<float, 3 * kCardsAbreast> ends{};
    const std::size_t last = std::min((share + 1) * kGroupsAShare, groups);
    for (std::size_t group = share * kGroupsAShare; group < last; ++group) {
      const std::size_t begin = group * kCardsAbreast;
      const std::size_t count = std::min<std::size_t>(kCardsAbreast, sorted.size() - begin);
      const std::size_t steps = sorted[begin + count - 1].reviews;
      for (std::size_t c = 0; c < kCardsAbreast; ++c) {
        const Row& row = sorted[begin + std::min(c, count - 1)];
        reviews[c] = row.reviews;
        const std::size_t first = log.first[row.card];
        for (std::size_t s = 0; s < steps; ++s) {
          const std::size_t i = first + std::min<std::size_t>(s, row.reviews - 1U);
          elapsed[s * kCardsAbreast + c] = exact ? log.exact_days[i] : static_cast<float>(log.days[i]);
          grade[s * kCardsAbreast + c] = static_cast<std::uint8_t>(log.grade[i]);
        }
      }
      pass(elapsed.data(), grade.data(), reviews.data(), steps, single.data(), ends.data());
      for (std::size_t c = 0; c < count; ++c)
        states[sorted[begin + c].card] = {Stability{static_cast<double>(ends[c])},
                                          Difficulty{static_cast<double>(ends[kCardsAbreast + c])},
                                          Stability{static_cast<double>(ends[2 * kCardsAbreast + c])}};
    }
  });
  const MemoryModel model(weights);
  for (const std::size_t card : long_cards) states[card] = last_state(log, model, card);
  return states;
}

}  // namespace starling
