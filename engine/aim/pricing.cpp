#include "aim/pricing.h"

#include <algorithm>
#include <utility>

namespace starling {

namespace {

std::optional<EarlierPrices> earlier_of(const PricingTask& task) {
  if (!task.earlier || task.earlier->basis.interview != task.basis.interview || task.earlier->first > task.today) return std::nullopt;
  const BasisNews news = news_since(*task.earlier, task.today, task.basis);
  const bool is_news = news != BasisNews::Nothing || !reaches(*task.earlier, task.today);
  const int steps = renewal_steps(static_cast<int>(task.basis.minutes.size()), is_news);
  // Other weights alone leave the level of prices nearly as it was.
  const FoundFor found_for = news == BasisNews::More ? FoundFor::OtherMinutes : FoundFor::TheSame;
  return EarlierPrices{task.earlier->prices, days_between(task.earlier->first, task.today), steps, found_for};
}

}  // namespace

struct Pricing::Inside {
  Inside(PricingTask given, int thread_count)
      : task(std::move(given)),
        threads(thread_count),
        priced(task.scenario, weights_of(task.basis), earlier_of(task), threads, Renewed::Weekly),
        aim{task.today, task.basis, priced.prices(), priced.prices().settled(), priced.least(), priced.share_of_new(), {}, {}, {}} {
    if (aim.settled) work_out_gains();
  }

  [[nodiscard]] std::vector<float> gains_of(const ItemId& item, const MemoryState& memory, int last_day) const {
    const auto weight = task.weights.find(item);
    std::vector<float> gains(static_cast<std::size_t>(known_days()));
    priced.gains(memory, last_day, weight == task.weights.end() ? ItemWeight{} : weight->second, gains);
    return gains;
  }

  [[nodiscard]] std::vector<float> gains_of_new(const ItemWeight& weight) const {
    std::vector<float> gains;
    for (int day = 0; day < known_days(); ++day) gains.push_back(static_cast<float>(priced.new_gain(day, weight)));
    return gains;
  }

  [[nodiscard]] int known_days() const { return std::min(kAimDays, priced.days_left()); }

  void work_out_gains() {
    aim.new_gains = gains_of_new({});
    for (const WeighedStory& each : task.untold) aim.untold.push_back({each.story, gains_of_new(each.weight)});
    for (std::size_t i = 0; i < task.known.size(); ++i) {
      const KnownCard& card = task.scenario.known[i];
      aim.items.push_back({task.known[i], card.memory, task.today + std::chrono::days(card.last_day),
                           gains_of(task.known[i], card.memory, card.last_day)});
    }
  }

  PricingTask task;
  Threads threads;
  PricedScenario priced;
  Aim aim;
};

Pricing::Pricing(PricingTask task, int threads) : inside_(std::make_unique<Inside>(std::move(task), threads)) {}
Pricing::~Pricing() = default;
Pricing::Pricing(Pricing&&) noexcept = default;
Pricing& Pricing::operator=(Pricing&&) noexcept = default;

const Aim& Pricing::aim() const { return inside_->aim; }

AimedItem Pricing::aimed(const ItemId& item, const MemoryState& memory, Day last_day) const {
  return {item, memory, last_day, inside_->gains_of(item, memory, days_between(inside_->task.today, last_day))};
}

}  // namespace starling
