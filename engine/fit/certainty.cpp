#include "fit/certainty.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "calendar/calendar.h"
#include "fit/passes.h"

namespace starling {

namespace {

constexpr int kResamples = 1000;
constexpr Seed kDraws{20240917};

double loss(float recall, bool recalled) {
  const auto p = static_cast<double>(std::clamp(recall, kSurest, 1 - kSurest));
  return -std::log(recalled ? p : 1 - p);
}

// How much less each card with items in the range loses by `ours`.
std::vector<double> gains(const ReviewLog& log, const Items& items, ItemRange range, std::span<const float> ours,
                          std::span<const float> theirs) {
  std::vector<double> result;
  for (std::size_t card = 0; card < log.cards(); ++card) {
    double gain = 0;
    bool any = false;
    for (std::size_t i = log.first[card]; i < log.first[card + 1]; ++i) {
      if (!log.is_item(i) || !range.holds(log.item[i])) continue;
      const std::size_t at = log.item[i] - range.first;
      const bool recalled = items.recalled[log.item[i]] != 0;
      gain += loss(theirs[at], recalled) - loss(ours[at], recalled);
      any = true;
    }
    if (any) result.push_back(gain);
  }
  return result;
}

}  // namespace

double certainty(const ReviewLog& log, const Items& items, ItemRange range, std::span<const float> ours,
                 std::span<const float> theirs) {
  const std::vector<double> by_card = gains(log, items, range, ours, theirs);
  if (by_card.empty()) return 0;
  SplitMix64 dice(kDraws);
  int better = 0;
  for (int sample = 0; sample < kResamples; ++sample) {
    double gain = 0;
    for (std::size_t drawn = 0; drawn < by_card.size(); ++drawn) gain += by_card[dice.below(by_card.size())];
    better += gain > 0 ? 1 : 0;
  }
  return static_cast<double>(better) / kResamples;
}

}  // namespace starling
