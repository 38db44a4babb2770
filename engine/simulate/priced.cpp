#include "simulate/priced.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace starling {

namespace {

// Minutes that are used up are no day off: whoever asks for more of today still gets what adds most.
constexpr double kLeastSeconds = 1;

int interview_of(const Scenario& scenario) { return scenario.interview.value_or(scenario.days); }

double seconds_on(const Scenario& scenario, int day) {
  const bool asks = index_of(day) >= scenario.asking.size() || scenario.asking[index_of(day)] != Asking::Nothing;
  return asks ? std::max(0.0, minutes_on(scenario, day).value_or(0)) * 60 : 0;
}

double seconds_per_item(const Scenario& scenario) {
  const auto items = std::accumulate(scenario.arrivals.begin(), scenario.arrivals.end(), std::ssize(scenario.known));
  const double of_day = scenario.minutes_per_day.value_or(0) * 60;
  return of_day * scenario.days_in_all.value_or(interview_of(scenario)) / static_cast<double>(std::max<std::ptrdiff_t>(1, items));
}

Outlook held_outlook(const Scenario& scenario, const PriceSettings& settings) {
  Outlook outlook;
  for (int day = 0; day < interview_of(scenario); ++day) outlook.seconds.push_back(seconds_on(scenario, day));
  for (const KnownCard& card : scenario.known) outlook.held.push_back({card.memory, -card.last_day, 0});
  outlook.doubt = settings.doubt;
  outlook.base = settings.base;
  return outlook;
}

// New ones are begun as the plan opens them, as many a day as its number and its minutes allow; what they take, and what
// today has seen, is not there for reviews.
void add_new(Outlook& outlook, const Scenario& scenario, double first_seconds) {
  int waiting = 0;
  for (std::size_t day = 0; day < outlook.seconds.size(); ++day) {
    double& seconds = outlook.seconds[day];
    const bool off = seconds <= 0;
    if (day == 0) seconds = std::max(0.0, seconds - scenario.done_already.minutes * 60);
    waiting += day < scenario.arrivals.size() ? scenario.arrivals[day] : 0;
    int begun = 0;
    if (day >= scenario.asking.size() || scenario.asking[day] == Asking::All) {
      const int allowed = scenario.new_per_day.value_or(waiting) - (day == 0 ? scenario.done_already.fresh : 0);
      const int room = scenario.new_within_minutes ? static_cast<int>(kShareOfNew * seconds / first_seconds) : waiting;
      begun = std::clamp(std::min(allowed, room), 0, waiting);
    }
    waiting -= begun;
    outlook.fresh.push_back(begun);
    if (!off && scenario.new_within_minutes) seconds = std::max(kLeastSeconds, seconds - begun * first_seconds);
  }
}

}  // namespace

struct PricedScenario::Inside {
  Inside(const Scenario& scenario, const Weights& believed, const std::optional<EarlierPrices>& earlier, Threads& threads)
      : settings(usual_price_settings(seconds_per_item(scenario))),
        outlook(held_outlook(scenario, settings)),
        moves(*believed.fsrs6(), scenario.habits, LookSteps{scenario.steps_after_first, scenario.steps_after_lapse},
              longest_interval(outlook), threads) {
    add_new(outlook, scenario, moves.first_seconds());
    prices = sought(earlier, threads);
    worth.emplace(moves, outlook, prices, threads);
  }

  [[nodiscard]] Prices sought(const std::optional<EarlierPrices>& earlier, Threads& threads) const {
    if (earlier) {
      const int steps = renewal_steps(outlook.days_left(), earlier->is_news);
      Prices renewed = renew_prices(moves, outlook, earlier->prices, earlier->days, settings.heat, steps, threads);
      if (renewed.settled()) return renewed;
    }
    return find_prices(moves, outlook, settings.heat, threads);
  }

  PriceSettings settings;
  Outlook outlook;
  ReviewMoves moves;
  Prices prices;
  std::optional<DayWorth> worth;
};

bool PricedScenario::can_price(const Scenario& scenario, const Weights& believed) {
  constexpr int kFewestDays = 2;
  const int interview = interview_of(scenario);
  if (!believed.fsrs6() || interview < kFewestDays || interview > kMostDaysLeft) return false;
  for (int day = 0; day < interview; ++day)
    if (minutes_on(scenario, day) && seconds_on(scenario, day) > 0) return true;
  return false;
}

PricedScenario::PricedScenario(const Scenario& scenario, const Weights& believed, const std::optional<EarlierPrices>& earlier,
                               Threads& threads)
    : inside_(std::make_unique<Inside>(scenario, believed, earlier, threads)) {}
PricedScenario::~PricedScenario() = default;
PricedScenario::PricedScenario(PricedScenario&&) noexcept = default;

int PricedScenario::days_left() const { return inside_->outlook.days_left(); }
const Prices& PricedScenario::prices() const { return inside_->prices; }
double PricedScenario::least() const { return least_worthwhile(inside_->settings); }

void PricedScenario::gains(const MemoryState& memory, int last_day, std::span<float> gains) const {
  thread_local std::vector<ReviewGain> found;
  found.resize(gains.size());
  inside_->worth->gains({memory, -last_day, 0}, found);
  std::ranges::transform(found, gains.begin(), [](const ReviewGain& gain) { return static_cast<float>(gain.per_second); });
}

double PricedScenario::new_gain(int day) const { return inside_->worth->worth_of_new(day) / inside_->moves.first_seconds(); }

bool PricedScenario::new_pays(int day) const {
  return pays_to_begin(new_gain(day), inside_->prices.per_second[index_of(day)], least());
}

}  // namespace starling
