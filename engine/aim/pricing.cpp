#include "aim/pricing.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace starling {

namespace {

Outlook outlook_of(const PricingTask& task, const PriceSettings& settings) {
  Outlook outlook;
  for (const double minutes : task.basis.minutes) outlook.seconds.push_back(minutes * 60);
  for (const KnownCard& card : task.scenario.known) outlook.held.push_back({card.memory, -card.last_day, 0});
  outlook.doubt = settings.doubt;
  outlook.base = settings.base;
  return outlook;
}

// New ones are begun as the plan opens them, as many a day as its number and its minutes allow; what they take, and what
// today has seen, is not there for reviews.
void add_new(Outlook& outlook, const Scenario& scenario, double first_seconds) {
  int waiting = 0;
  for (std::size_t day = 0; day < outlook.seconds.size(); ++day) {
    const double seconds = outlook.seconds[day];
    double left = seconds - (day == 0 ? scenario.done_already.minutes * 60 : 0);
    waiting += day < scenario.arrivals.size() ? scenario.arrivals[day] : 0;
    int begun = 0;
    if (day >= scenario.asking.size() || scenario.asking[day] == Asking::All) {
      const int allowed = scenario.new_per_day.value_or(waiting) - (day == 0 ? scenario.done_already.fresh : 0);
      const int room = static_cast<int>(std::max(0.0, left - (1 - kShareOfNew) * seconds) / first_seconds);
      begun = std::clamp(std::min(allowed, room), 0, waiting);
    }
    waiting -= begun;
    left -= begun * first_seconds;
    outlook.fresh.push_back(begun);
    outlook.seconds[day] = std::max((1 - kShareOfNew) * seconds, left);
  }
}

double seconds_per_item(const PricingTask& task) {
  const auto items = std::accumulate(task.scenario.arrivals.begin(), task.scenario.arrivals.end(), std::ssize(task.scenario.known));
  const double of_day = task.scenario.minutes_per_day.value_or(0) * 60;
  return of_day * task.days_in_all / static_cast<double>(std::max<std::ptrdiff_t>(1, items));
}

}  // namespace

struct Pricing::Inside {
  Inside(PricingTask given, int thread_count) : task(std::move(given)), threads(thread_count), settings(usual_price_settings(seconds_per_item(task))) {
    outlook = outlook_of(task, settings);
    const Weights weights = *make_weights(ModelKind::Fsrs6, task.basis.weights).weights;
    moves.emplace(*weights.fsrs6(), task.scenario.habits,
                  LookSteps{task.scenario.steps_after_first, task.scenario.steps_after_lapse}, longest_interval(outlook), threads);
    add_new(outlook, task.scenario, moves->first_seconds());
    prices = sought();
    worth.emplace(*moves, outlook, prices, threads);
    aim = Aim{task.today, task.basis, prices, prices.settled(), least_worthwhile(settings), {}, {}};
    if (aim.settled) work_out_gains();
  }

  [[nodiscard]] Prices sought() {
    const bool from_earlier = task.earlier && task.earlier->basis.interview == task.basis.interview &&
                              task.earlier->first <= task.today;
    if (from_earlier) {
      const int days = days_between(task.earlier->first, task.today);
      const int steps = renewal_steps(outlook.days_left(), !holds_on(*task.earlier, task.today, task.basis));
      Prices renewed = renew_prices(*moves, outlook, task.earlier->prices, days, settings.heat, steps, threads);
      if (renewed.settled()) return renewed;
    }
    return find_prices(*moves, outlook, settings.heat, threads);
  }

  [[nodiscard]] std::size_t known_days() const { return static_cast<std::size_t>(std::min(kAimDays, outlook.days_left())); }

  [[nodiscard]] std::vector<float> gains_of(const MemoryState& memory, int waited) const {
    std::array<ReviewGain, kAimDays> gains;
    worth->gains({memory, waited, 0}, std::span(gains).first(known_days()));
    std::vector<float> result;
    for (std::size_t day = 0; day < known_days(); ++day) result.push_back(static_cast<float>(gains[day].per_second));
    return result;
  }

  void work_out_gains() {
    for (std::size_t day = 0; day < known_days(); ++day)
      aim.new_gains.push_back(static_cast<float>(worth->worth_of_new(static_cast<int>(day)) / moves->first_seconds()));
    for (std::size_t i = 0; i < task.known.size(); ++i) {
      const KnownCard& card = task.scenario.known[i];
      aim.items.push_back({task.known[i], card.memory, task.today + std::chrono::days(card.last_day),
                           gains_of(card.memory, -card.last_day)});
    }
  }

  PricingTask task;
  Threads threads;
  PriceSettings settings;
  Outlook outlook;
  std::optional<ReviewMoves> moves;
  Prices prices;
  std::optional<DayWorth> worth;
  Aim aim;
};

Pricing::Pricing(PricingTask task, int threads) : inside_(std::make_unique<Inside>(std::move(task), threads)) {}
Pricing::~Pricing() = default;
Pricing::Pricing(Pricing&&) noexcept = default;
Pricing& Pricing::operator=(Pricing&&) noexcept = default;

const Aim& Pricing::aim() const { return inside_->aim; }

AimedItem Pricing::aimed(const ItemId& item, const MemoryState& memory, Day last_day) const {
  return {item, memory, last_day, inside_->gains_of(memory, days_between(last_day, inside_->task.today))};
}

}  // namespace starling
