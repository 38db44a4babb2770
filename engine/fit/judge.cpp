#include "fit/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "fit/pack.h"

namespace starling {

namespace {

// Bins are powers: delay by 3.62, reviews by 1.89, lapses by 1.73 (the benchmark's own numbers).
constexpr std::size_t kBinsAWay = 16;
constexpr std::size_t kTabled = 512;

class Powers {
 public:
  explicit Powers(double base) : log_base_(std::log(base)) {
    for (std::size_t i = 1; i < kTabled; ++i) table_[i] = reckoned(static_cast<double>(i));
  }
  [[nodiscard]] std::size_t of(std::size_t count) const {
    return count < kTabled ? table_[count] : reckoned(static_cast<double>(count));
  }

 private:
  [[nodiscard]] std::uint8_t reckoned(double count) const {
    return static_cast<std::uint8_t>(std::min<double>(kBinsAWay - 1, std::floor(std::log(count) / log_base_)));
  }
  double log_base_;
  std::array<std::uint8_t, kTabled> table_{};
};

struct Sums {
  double weight = 0;
  double count = 0;
  double predicted = 0;
  double recalled = 0;
  [[nodiscard]] double off() const { return (predicted - recalled) / count; }
};

}  // namespace

Items items_of(const ReviewLog& log) {
  static const Powers delays(3.62);
  static const Powers lengths(1.89);
  static const Powers lapses(1.73);
  Items items{std::vector<std::uint8_t>(log.items), std::vector<std::uint16_t>(log.items)};
  for (std::size_t card = 0; card < log.cards(); ++card) {
    std::size_t reviews = 0;
    std::size_t lapsed = 0;
    for (std::size_t i = log.first[card] + std::size_t{1}; i < log.first[card + 1]; ++i) {
      if (!log.is_item(i)) continue;
      ++reviews;
      const std::size_t lapse_bin = lapsed == 0 ? 0 : 1 + std::min(kBinsAWay - 2, lapses.of(lapsed));
      const std::size_t bin =
          (delays.of(static_cast<std::size_t>(log.days[i])) * kBinsAWay + lengths.of(reviews + 1)) * kBinsAWay + lapse_bin;
      items.bin[log.item[i]] = static_cast<std::uint16_t>(bin);
      items.recalled[log.item[i]] = log.grade[i] != Grade::Again;
      lapsed += log.grade[i] == Grade::Again;
    }
  }
  return items;
}

std::vector<float> predict(const ReviewLog& log, const Weights& weights, ItemRange range, int thread_count) {
  Threads threads(log.reviews() < kWorthThreads ? 1 : thread_count);
  const Pack pack = prediction_pack(log, weights.kind(), range, threads);
  const std::vector<float> single(weights.numbers().begin(), weights.numbers().end());
  // An item far down a very long card is predicted by none of the packs: by even odds, as nothing is known of it.
  std::vector<float> recall(range.count(), 0.5f);
  const RecallPass pass = widest_passes(weights.kind()).recall;
  constexpr std::size_t kGroups = 64;
  threads.run((pack.groups() + kGroups - 1) / kGroups, [&](std::size_t share, std::size_t) {
    pass(pack.view(), share * kGroups, std::min((share + 1) * kGroups, pack.groups()), single.data(), recall.data());
  });
  return recall;
}

std::vector<float> predict_sm2(const ReviewLog& log, ItemRange range) {
  constexpr double kFirstEase = 2.5;
  constexpr double kLeastEase = 1.3;
  std::vector<float> recall(range.count());
  for (std::size_t card = 0; card < log.cards(); ++card) {
    double ease = kFirstEase;
    double interval = 1;
    int row = 0;
    for (std::size_t i = log.first[card]; i < log.first[card + 1]; ++i) {
      if (log.is_item(i) && log.item[i] >= range.first && log.item[i] < range.last)
        recall[log.item[i] - range.first] = static_cast<float>(std::pow(0.9, log.days[i] / interval));
      const double quality = static_cast<double>(log.grade[i]) + 1;
      if (log.grade[i] == Grade::Again) {
        row = 0;
        interval = 1;
      } else {
        interval = row == 0 ? 1 : row == 1 ? 6 : interval * ease;
        interval = std::min(interval, 36500.0);
        ++row;
      }
      ease = std::max(kLeastEase, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
    }
  }
  return recall;
}

Score score(const Items& items, ItemRange range, std::span<const float> recall, std::span<const float> weight) {
  std::vector<Sums> bins(kBinsAWay * kBinsAWay * kBinsAWay);
  double loss = 0;
  double total = 0;
  for (std::size_t i = 0; i < range.count(); ++i) {
    const double w = weight.empty() ? 1 : static_cast<double>(weight[i]);
    const bool recalled = items.recalled[range.first + i] != 0;
    const float p = std::clamp(recall[i], kSurest, 1 - kSurest);
    loss -= w * static_cast<double>(std::log(recalled ? p : 1 - p));
    total += w;
    Sums& bin = bins[items.bin[range.first + i]];
    bin.weight += w;
    bin.count += 1;
    bin.predicted += static_cast<double>(recall[i]);
    bin.recalled += recalled;
  }
  double squares = 0;
  for (const Sums& bin : bins)
    if (bin.count > 0) squares += bin.weight * bin.off() * bin.off();
  return total > 0 ? Score{loss / total, std::sqrt(squares / total)} : Score{};
}

std::vector<float> recency_weights(std::size_t count) {
  std::vector<float> weights(count);
  for (std::size_t i = 0; i < count; ++i) weights[i] = static_cast<float>(recency_weight(i, count));
  return weights;
}

double ranking(const Items& items, ItemRange range, std::span<const float> recall) {
  std::vector<std::pair<float, std::uint8_t>> sorted(range.count());
  for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = {recall[i], items.recalled[range.first + i]};
  std::ranges::sort(sorted);
  double below = 0;    // forgotten items so far
  double ordered = 0;  // pairs in the right order, ties as half
  double recalled_in_all = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    double forgotten = 0;
    double recalled = 0;
    const float same = sorted[i].first;
    for (; i < sorted.size() && sorted[i].first == same; ++i) (sorted[i].second ? recalled : forgotten) += 1;
    ordered += recalled * (below + forgotten / 2);
    below += forgotten;
    recalled_in_all += recalled;
  }
  return below > 0 && recalled_in_all > 0 ? ordered / (below * recalled_in_all) : 0.5;
}

std::vector<CalibrationBin> calibration(const Items& items, ItemRange range, std::span<const float> recall,
                                        std::size_t bins) {
  std::vector<CalibrationBin> result(bins);
  for (std::size_t i = 0; i < range.count(); ++i) {
    const auto at = static_cast<std::size_t>(recall[i] * static_cast<float>(bins));
    CalibrationBin& bin = result[std::min(at, bins - 1)];
    bin.predicted += static_cast<double>(recall[i]);
    bin.recalled += items.recalled[range.first + i];
    ++bin.count;
  }
  for (CalibrationBin& bin : result)
    if (bin.count > 0) {
      bin.predicted /= static_cast<double>(bin.count);
      bin.recalled /= static_cast<double>(bin.count);
    }
  return result;
}

WeightsJudged judge(const ReviewLog& log, const Items& items, const Weights& weights, int threads) {
  const ItemRange whole{0, log.items};
  const std::vector<float> recency = recency_weights(log.items);
  WeightsJudged judged;
  const auto add = [&](const Weights& some, Score& plain, Score& by_recency) {
    const std::vector<float> recall = predict(log, some, whole, threads);
    plain = score(items, whole, recall);
    by_recency = score(items, whole, recall, recency);
  };
  add(default_weights(weights.kind()), judged.defaults, judged.defaults_by_recency);
  add(weights, judged.weights, judged.weights_by_recency);
  return judged;
}

}  // namespace starling
