#include "fit/pack.h"

#include <algorithm>
#include <utility>

#include "fit/packed_cards.h"

namespace starling {

namespace {

class Packer {
 public:
  Packer(const ReviewLog& log, ModelKind kind, Threads& threads)
      : log_(log), exact_(kind == ModelKind::Fsrs7), threads_(threads) {}

  // `weigh(review)` is the weight of a prediction, 0 for none.
  template <class Weigh>
  void add(const std::vector<PackedCard>& rows, const Weigh& weigh) {
    const std::vector<PackedCard> sorted = by_length(rows);
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
    threads_.run((groups + kGroupsAShare - 1) / kGroupsAShare, [&](std::size_t share, std::size_t) {
      const std::size_t last = std::min((share + 1) * kGroupsAShare * kCardsAbreast, sorted.size());
      for (std::size_t i = share * kGroupsAShare * kCardsAbreast; i < last; ++i) {
        const std::size_t group = before + i / kCardsAbreast;
        put(sorted[i], pack_.first_step[group] * std::size_t{kCardsAbreast} + i % kCardsAbreast, weigh);
      }
    });
  }

  [[nodiscard]] std::size_t groups() const { return pack_.groups(); }
  Pack take() { return std::move(pack_); }

 private:
  template <class Weigh>
  void put(const PackedCard& row, std::size_t at, const Weigh& weigh) {
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
  Threads& threads_;
  Pack pack_;
};

// Of each card the reviews up to its last item in the range.
template <class Wanted>
std::vector<PackedCard> rows_of(const ReviewLog& log, ItemRange range, const Wanted& wanted) {
  std::vector<PackedCard> rows;
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

}  // namespace

double recency_weight(std::size_t index, std::size_t count) {
  const double age = count > 1 ? static_cast<double>(index) / static_cast<double>(count - 1) : 1;
  return 0.25 + 0.75 * age * age * age;
}

TrainingSet training_set(const Past& past, const std::vector<bool>& outliers, const TrainingChoice& choice,
                         Threads& threads) {
  const ReviewLog& log = past.log;
  TrainingSet set;
  const auto weigh = [&](std::size_t i) -> float {
    if (!log.is_item(i) || log.item[i] >= past.items) return 0;
    return choice.recency ? static_cast<float>(recency_weight(log.item[i], past.items)) : 1;
  };
  const auto sampled = [&](std::size_t card) {
    return split_mix(card ^ split_mix(choice.seed)) % static_cast<std::uint64_t>(choice.one_in) == 0;
  };
  Packer packer(log, choice.kind, threads);
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

Pack prediction_pack(const ReviewLog& log, ModelKind kind, ItemRange range, Threads& threads) {
  Packer packer(log, kind, threads);
  packer.add(rows_of(log, range, [](std::size_t) { return true; }),
             [&](std::size_t i) -> float { return log.is_item(i) && range.holds(log.item[i]) ? 1 : 0; });
  Pack pack = packer.take();
  for (std::uint32_t& item : pack.item) item -= static_cast<std::uint32_t>(range.first);
  return pack;
}

}  // namespace starling
