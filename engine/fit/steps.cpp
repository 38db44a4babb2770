#include "fit/steps.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

namespace starling {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t kFewestShown = 4;
constexpr std::size_t kFewestForSteps = 100;
constexpr std::size_t kFewestForOutliers = 250;
constexpr seconds kUnknownStability = std::chrono::days(1);
constexpr seconds kNoStep = std::chrono::hours(12);

struct Look {
  double delay_s;
  bool recalled;
};
using Looks = std::vector<Look>;

// Subtracts seconds, not milliseconds: the last bit decides which of two equal delays comes first, and so in
// which quarter a look is counted elsewhere.
Look look_after(const StepRow& before, const StepRow& row) {
  const auto in_seconds = [](milliseconds time) { return static_cast<double>(time.count()) / 1000; };
  const double delay_s = in_seconds(row.at - before.at) - in_seconds(row.answer_time);
  return {std::max(0.0, delay_s), row.grade != Grade::Again};
}

// Each card's rows together, in the order of time.
std::vector<StepRow> by_card(std::span<const StepRow> rows) {
  const auto key = [](const StepRow& row) { return std::tuple(row.card, row.at); };
  std::vector<StepRow> sorted(rows.begin(), rows.end());
  std::ranges::stable_sort(sorted, {}, key);
  const auto same = [&](const StepRow& a, const StepRow& b) { return key(a) == key(b); };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  return sorted;
}

class Gathered {
 public:
  void add_card(std::span<const StepRow> rows) {
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (rows[i - 1].phase == LogPhase::Review && rows[i - 1].grade == Grade::Again)
        of(StepGroup::Lapse).push_back(look_after(rows[i - 1], rows[i]));

    const auto first = std::ranges::find_if(rows, [](const StepRow& row) {
      return row.phase == LogPhase::New || row.phase == LogPhase::Learning;
    });
    add_learning(rows.subspan(static_cast<std::size_t>(first - rows.begin())));
  }

  Looks& of(StepGroup group) { return groups_[static_cast<std::size_t>(group)]; }

 private:
  void add_learning(std::span<const StepRow> rows) {
    if (rows.size() < 2) return;
    const Grade first = rows[0].grade;
    const Grade second = rows[1].grade;
    if (first == Grade::Again) of(StepGroup::FirstAgain).push_back(look_after(rows[0], rows[1]));
    if (first == Grade::Hard) of(StepGroup::FirstHard).push_back(look_after(rows[0], rows[1]));
    if (first == Grade::Good) of(StepGroup::FirstGood).push_back(look_after(rows[0], rows[1]));
    if (rows.size() < 3) return;
    if (first == Grade::Again && second == Grade::Good)
      of(StepGroup::AgainThenGood).push_back(look_after(rows[1], rows[2]));
    if (first == Grade::Good && second == Grade::Again)
      of(StepGroup::GoodThenAgain).push_back(look_after(rows[1], rows[2]));
  }

  std::array<Looks, kStepGroups> groups_;
};

Gathered gather(std::span<const StepRow> rows) {
  const std::vector<StepRow> sorted = by_card(rows);
  Gathered gathered;
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    while (end < sorted.size() && sorted[end].card == sorted[begin].card) ++end;
    gathered.add_card(std::span(sorted).subspan(begin, end - begin));
  }
  return gathered;
}

class StepCurve {
 public:
  explicit StepCurve(double decay) : decay_(decay), factor_(std::pow(0.9, -1 / decay) - 1) {}

  // -ln of the chance of what was seen.
  [[nodiscard]] double surprise(const Looks& looks, double stability_s) const {
    constexpr double kLeastChance = 1e-15;
    double sum = 0;
    for (const Look& look : looks) {
      const double of_recall = decay_ * std::log1p(factor_ * look.delay_s / stability_s);
      sum += look.recalled ? of_recall : -std::log(std::max(kLeastChance, -std::expm1(-of_recall)));
    }
    return sum;
  }

 private:
  double decay_;
  double factor_;
};

// The stability that makes the looks most likely, by golden section.
double fitted_stability_s(const Looks& looks, const StepCurve& curve) {
  constexpr double kGolden = 0.6180339887498949;
  constexpr double kTolerance = 0.1;
  double low = 1;
  double high = 30.0 * 24 * 60 * 60;
  double left = high - kGolden * (high - low);
  double right = low + kGolden * (high - low);
  double at_left = curve.surprise(looks, left);
  double at_right = curve.surprise(looks, right);
  while (high - low > kTolerance) {
    if (at_left < at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - kGolden * (high - low);
      at_left = curve.surprise(looks, left);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + kGolden * (high - low);
      at_right = curve.surprise(looks, right);
    }
  }
  return (low + high) / 2;
}

double share_recalled(std::span<const Look> looks) {
  const auto recalled = std::ranges::count_if(looks, &Look::recalled);
  return static_cast<double>(recalled) / static_cast<double>(looks.size());
}

// Delays that lie one and a half interquartile ranges outside the quartiles say more about a break than about
// a step.
Looks without_outliers(const Looks& looks, double lower_quartile, double upper_quartile) {
  if (looks.size() < kFewestForOutliers) return looks;
  const double margin = 1.5 * (upper_quartile - lower_quartile);
  Looks kept;
  std::ranges::copy_if(looks, std::back_inserter(kept), [&](const Look& look) {
    return look.delay_s >= lower_quartile - margin && look.delay_s <= upper_quartile + margin;
  });
  return kept;
}

std::optional<StepEvidence> evidence(Looks looks, const StepCurve& curve) {
  const std::size_t count = looks.size();
  if (count < kFewestShown) return std::nullopt;
  std::ranges::stable_sort(looks, {}, &Look::delay_s);

  const std::array<std::size_t, 5> edge{0, count / 4, count / 2, 3 * count / 4, count};
  std::array<double, 3> quartile{};
  StepEvidence found;
  found.looks = count;
  for (std::size_t q = 0; q < quartile.size(); ++q) {
    const std::size_t place = edge[q + 1];
    const bool between_two = count % (q == 1 ? 2 : 4) == 0;
    quartile[q] = between_two ? (looks[place - 1].delay_s + looks[place].delay_s) / 2 : looks[place].delay_s;
    found.quartiles[q] = seconds(std::llround(quartile[q]));
  }
  for (std::size_t q = 0; q < 4; ++q)
    found.recall_by_quarter[q] = share_recalled(std::span(looks).subspan(edge[q], edge[q + 1] - edge[q]));
  found.recall = share_recalled(looks);

  const Looks fitted = without_outliers(looks, quartile[0], quartile[2]);
  const double recalled = share_recalled(fitted);
  const bool both = recalled > 0 && recalled < 1;
  found.stability = both ? seconds(std::llround(fitted_stability_s(fitted, curve))) : kUnknownStability;
  found.speaks = both && count >= kFewestForSteps;
  return found;
}

std::optional<double> stability_s(const OptimalSteps& steps, StepGroup group) {
  const auto& evidence = steps.of(group);
  if (!evidence || !evidence->speaks) return std::nullopt;
  return static_cast<double>(evidence->stability.count());
}

// What the second step waits for: a card that was good at first or after an again. Hard at the first step
// waits half way between the two steps, so it speaks for a second step as far above the first again.
std::optional<double> second_stability_s(const OptimalSteps& steps, double first_s) {
  std::optional<double> least;
  const auto consider = [&](std::optional<double> candidate) {
    if (candidate) least = std::min(least.value_or(*candidate), *candidate);
  };
  if (const auto hard = stability_s(steps, StepGroup::FirstHard)) consider(2 * *hard - first_s);
  consider(stability_s(steps, StepGroup::FirstGood));
  consider(stability_s(steps, StepGroup::AgainThenGood));
  if (least) least = std::max(*least, first_s);
  return least;
}

// How many stabilities a step of this retention waits: 1 at 90 %. The exponent has the sign of other
// programs, not that of the curve.
double stabilities_waited(double retention, double decay) {
  return (1 - std::pow(retention, 1 / decay)) / (1 - std::pow(0.9, 1 / decay));
}

void add_step(std::vector<seconds>& steps, std::optional<double> stability, double stabilities) {
  if (!stability) return;
  const seconds wait(std::max(1LL, std::llround(*stability * stabilities)));
  if (wait < kNoStep) steps.push_back(wait);
}

}  // namespace

OptimalSteps optimal_steps(std::span<const StepRow> rows, double retention, double decay) {
  assert(retention > 0 && retention < 1);
  assert(decay >= 0.1 && decay <= 0.8);
  const StepCurve curve(decay);
  Gathered gathered = gather(rows);
  OptimalSteps steps;
  for (std::size_t g = 0; g < kStepGroups; ++g)
    steps.groups[g] = evidence(std::move(gathered.of(static_cast<StepGroup>(g))), curve);

  const double stabilities = stabilities_waited(retention, decay);
  const auto first_s = stability_s(steps, StepGroup::FirstAgain);
  add_step(steps.learning, first_s, stabilities);
  if (!steps.learning.empty()) add_step(steps.learning, second_stability_s(steps, *first_s), stabilities);
  add_step(steps.relearning, stability_s(steps, StepGroup::Lapse), stabilities);
  return steps;
}

}  // namespace starling
